package madoguchi.bot.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A Redis of our own on one port, which comes and goes. */
public final class RealRedis implements AutoCloseable {

  private final int port;
  private RedisServer server;

  public RealRedis() {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    start();
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public void start() {
    try {
      server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
      server.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public void stop() {
    try {
      server.stop();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** It listens, and answers nobody for so long. */
  public void pause(Duration length) {
    ask(redis -> redis.clientPause(length.toMillis()));
  }

  /** How many are connected, without whoever asks. */
  public int connections() {
    return ask(redis -> (int) redis.clientList().lines().count() - 1);
  }

  /** How long a key still lives. */
  public long secondsLeft(String key) {
    return ask(redis -> redis.ttl(key));
  }

  private <T> T ask(Function<RedisCommands<String, String>, T> question) {
    try (RedisClient client = RedisClient.create(url())) {
      return question.apply(client.connect().sync());
    }
  }

  @Override
  public void close() {
    stop();
  }
}
