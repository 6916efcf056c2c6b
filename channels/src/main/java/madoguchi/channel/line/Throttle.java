package madoguchi.channel.line;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.municipality.MunicipalityCode;

/** Keeps each town below a number of calls a second, without letting half of them go at once. */
final class Throttle {

  private static final Duration STEP = Duration.ofMillis(500);

  private final long callsAStep;
  private final Map<MunicipalityCode, Bucket> buckets = new ConcurrentHashMap<>();

  Throttle(long callsASecond) {
    this.callsAStep = Math.max(1, callsASecond / 2);
  }

  /** Waits for the next place, so long at most; false when none came. */
  boolean letsThrough(MunicipalityCode town, Duration longest) throws InterruptedException {
    return bucket(town).asBlocking().tryConsume(1, longest);
  }

  /** Whether there is a place now. */
  boolean letsThrough(MunicipalityCode town) {
    return bucket(town).tryConsume(1);
  }

  private Bucket bucket(MunicipalityCode town) {
    return buckets.computeIfAbsent(
        town,
        code ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(callsAStep).refillGreedy(callsAStep, STEP))
                .build());
  }
}
