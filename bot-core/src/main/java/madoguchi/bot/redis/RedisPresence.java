package madoguchi.bot.redis;

import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.bot.presence.LocalPresence;
import madoguchi.bot.presence.Presence;
import madoguchi.municipality.MunicipalityCode;

/** Who is there on any node; while Redis is away, who is on this one. */
final class RedisPresence implements Presence {

  private static final long TIMEOUT_MILLIS = 250;

  private final RedisLink link;
  private final Presence own = new LocalPresence();

  RedisPresence(RedisLink link) {
    this.link = link;
  }

  @Override
  public void seen(MunicipalityCode municipality, String room, String who) {
    own.seen(municipality, room, who);
    try {
      link.commands().ifPresent(redis -> note(redis.async(), key(municipality, room), who));
    } catch (RuntimeException away) {
      // Who is not noted is not shown elsewhere until seen again.
      link.silent();
    }
  }

  /** The answers are not waited for. A room that nobody enters any more goes by itself. */
  private void note(RedisAsyncCommands<String, byte[]> redis, String key, String who) {
    long now = System.currentTimeMillis();
    redis.zadd(key, now + LASTS.toMillis(), who.getBytes(StandardCharsets.UTF_8));
    redis.zremrangebyscore(key, Range.create(0L, now));
    redis
        .pexpire(key, LASTS)
        .whenComplete(
            (noted, away) -> {
              if (away != null) {
                link.silent();
              }
            });
  }

  @Override
  public int count(MunicipalityCode municipality, String room) {
    Optional<StatefulRedisConnection<String, byte[]>> redis = link.commands();
    if (redis.isPresent()) {
      try {
        return Math.toIntExact(count(redis.get().async(), key(municipality, room)));
      } catch (ExecutionException | TimeoutException | RuntimeException away) {
        link.silent();
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
    return own.count(municipality, room);
  }

  private static long count(RedisAsyncCommands<String, byte[]> redis, String key)
      throws ExecutionException, InterruptedException, TimeoutException {
    RedisFuture<Long> there =
        redis.zcount(
            key,
            Range.from(
                Range.Boundary.excluding(System.currentTimeMillis()), Range.Boundary.unbounded()));
    return there.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static String key(MunicipalityCode municipality, String room) {
    return "madoguchi:present:" + municipality.value() + ':' + room;
  }
}
