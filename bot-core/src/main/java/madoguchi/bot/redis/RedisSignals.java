package madoguchi.bot.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.Signals;
import madoguchi.municipality.MunicipalityCode;

/**
 * Signals that are heard on all nodes; on this one at once, on the others by Redis. While it is
 * away they are heard here only, and the others find out when they look.
 */
final class RedisSignals implements Signals {

  private static final String CHANNEL = "madoguchi:signals";

  private final LocalSignals here = new LocalSignals();
  private final String node = UUID.randomUUID().toString();
  private final RedisLink link;

  RedisSignals(String url) {
    this.link = new RedisLink(url, this::listenToOthers);
  }

  RedisLink link() {
    return link;
  }

  @Override
  public void raise(MunicipalityCode municipality, String conversationId) {
    here.raise(municipality, conversationId);
    byte[] message =
        (node + ' ' + municipality.value() + ' ' + conversationId).getBytes(StandardCharsets.UTF_8);
    try {
      // The answer is not waited for.
      link.commands().ifPresent(redis -> publish(redis, message));
    } catch (RuntimeException away) {
      // A signal may be lost.
      link.silent();
    }
  }

  private void publish(StatefulRedisConnection<String, byte[]> redis, byte[] message) {
    RedisFuture<Long> heard = redis.async().publish(CHANNEL, message);
    heard.whenComplete(
        (nodes, away) -> {
          if (away != null) {
            link.silent();
          }
        });
  }

  @Override
  public Registration listen(
      MunicipalityCode municipality, String conversationId, Runnable callback) {
    return here.listen(municipality, conversationId, callback);
  }

  private void listenToOthers(StatefulRedisPubSubConnection<String, String> connection) {
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            heard(message);
          }
        });
    connection.sync().subscribe(CHANNEL);
  }

  private void heard(String message) {
    String[] parts = message.split(" ", 3);
    if (parts.length == 3 && !parts[0].equals(node) && MunicipalityCode.isValid(parts[1])) {
      here.raise(new MunicipalityCode(parts[1]), parts[2]);
    }
  }
}
