package madoguchi.bot.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Redis. Never waited for: when it is away commands are refused at once, and it is
 * looked for in the background.
 */
final class RedisLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration TIMEOUT = Duration.ofMillis(250);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** Who does not answer in time is not asked for so long. */
  private static final long REST = Duration.ofSeconds(1).toNanos();

  /** More than this is not kept for one who does not answer. */
  private static final int MOST_WAITING = 1_000;

  private final RedisClient client;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Consumer<StatefulRedisPubSubConnection<String, String>> onListening;
  private volatile long silentAt = System.nanoTime() - REST;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;
  private volatile @Nullable StatefulRedisPubSubConnection<String, String> listening;

  /**
   * Begins to look for it.
   *
   * @param url such as {@code redis://host:6379}
   * @param onListening what to do once with a connection for messages
   */
  RedisLink(String url, Consumer<StatefulRedisPubSubConnection<String, String>> onListening) {
    RedisURI uri = RedisURI.create(url);
    uri.setTimeout(TIMEOUT);
    this.onListening = onListening;
    this.client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .requestQueueSize(MOST_WAITING)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
            .build());
    Thread.ofVirtual().name("redis").start(this::connect);
  }

  /** Whether it can be used now. */
  boolean isUp() {
    return commands().isPresent();
  }

  /** For commands; empty while it is away, and for a moment after it did not answer. */
  Optional<StatefulRedisConnection<String, byte[]>> commands() {
    if (System.nanoTime() - silentAt < REST) {
      return Optional.empty();
    }
    return Optional.ofNullable(commands).filter(StatefulRedisConnection::isOpen);
  }

  /** It did not answer in time, or cannot take more. */
  void silent() {
    silentAt = System.nanoTime();
  }

  @Override
  public void close() {
    closing.countDown();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }

  /** Until both connections stood once; from then on the client keeps them. */
  private void connect() {
    boolean told = false;
    while (closing.getCount() > 0 && (listening == null || commands == null)) {
      try {
        if (listening == null) {
          listening = listen();
        }
        commands = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        LOG.info("Redis is connected");
      } catch (RuntimeException away) {
        if (!told) {
          LOG.warn("Redis is away: {}", away.getClass().getSimpleName());
        }
        told = true;
        pause();
      }
    }
  }

  private StatefulRedisPubSubConnection<String, String> listen() {
    StatefulRedisPubSubConnection<String, String> fresh = client.connectPubSub();
    try {
      onListening.accept(fresh);
      return fresh;
    } catch (RuntimeException useless) {
      fresh.closeAsync();
      throw useless;
    }
  }

  private void pause() {
    try {
      if (closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closing");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
