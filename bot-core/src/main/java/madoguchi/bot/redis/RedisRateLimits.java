package madoguchi.bot.redis;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Optional;
import madoguchi.bot.limit.LocalRateLimits;
import madoguchi.bot.limit.RateLimits;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Limits that all nodes share; while Redis is away, those of this node. */
final class RedisRateLimits implements RateLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TIMEOUT = Duration.ofMillis(250);

  private final RedisLink link;
  private final RateLimits own = new LocalRateLimits();
  private volatile @Nullable Shared shared;

  RedisRateLimits(RedisLink link) {
    this.link = link;
  }

  private record Shared(
      StatefulRedisConnection<String, byte[]> connection, ProxyManager<String> buckets) {}

  @Override
  public Duration take(MunicipalityCode municipality, String key, int perMinute) {
    Optional<StatefulRedisConnection<String, byte[]>> redis = link.commands();
    if (redis.isPresent()) {
      try {
        return take(buckets(redis.get()), municipality, key, perMinute);
      } catch (RuntimeException away) {
        // As if it had not been there.
        link.silent();
        return own.take(municipality, key, perMinute);
      }
    }
    return own.take(municipality, key, perMinute);
  }

  private static Duration take(
      ProxyManager<String> buckets, MunicipalityCode municipality, String key, int perMinute) {
    ConsumptionProbe probe =
        buckets
            .builder()
            .build(
                "madoguchi:limit:" + municipality.value() + ':' + perMinute + ':' + key,
                () ->
                    BucketConfiguration.builder()
                        .addLimit(
                            limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build())
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  private ProxyManager<String> buckets(StatefulRedisConnection<String, byte[]> connection) {
    Shared known = shared;
    if (known != null && known.connection == connection) {
      return known.buckets;
    }
    ProxyManager<String> buckets =
        Bucket4jLettuce.casBasedBuilder(connection)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
            .requestTimeout(TIMEOUT)
            .build();
    shared = new Shared(connection, buckets);
    return buckets;
  }
}
