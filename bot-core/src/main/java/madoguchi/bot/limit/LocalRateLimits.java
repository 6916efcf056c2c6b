package madoguchi.bot.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import madoguchi.municipality.MunicipalityCode;

/**
 * Limits within one process, for those who came in the last minutes; a forgotten bucket is a full
 * one.
 */
public final class LocalRateLimits implements RateLimits {

  private static final Duration REMEMBERED = Duration.ofMinutes(2);
  private static final int MOST = 100_000;

  private final LoadingCache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .expireAfterAccess(REMEMBERED)
          .maximumSize(MOST)
          .build(key -> bucket(key.perMinute));

  private record Key(MunicipalityCode municipality, String key, int perMinute) {}

  @Override
  public Duration take(MunicipalityCode municipality, String key, int perMinute) {
    ConsumptionProbe probe =
        buckets.get(new Key(municipality, key, perMinute)).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
