package madoguchi.channel.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** How much one conversation may still post. */
final class Allowance {

  /** So many repetitions are taken for each message, since browsers ask again while they wait. */
  private static final int REPETITIONS = 20;

  private static final int REMEMBERED = 64;

  private final Bucket messages;
  private final Bucket repetitions;
  private final Set<String> admitted = new LinkedHashSet<>();

  Allowance(int perMinute) {
    this.messages = bucket(perMinute);
    this.repetitions = bucket(perMinute * REPETITIONS);
  }

  /** A bucket that holds a minute's worth and fills evenly. */
  static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** Takes one, or says with 429 after how many seconds there will be one. */
  static void take(Bucket bucket, String code) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
      throw WebProblem.tooMany(code, Math.max(1, seconds));
    }
  }

  /** Admits a message; one that was admitted before counts as a repetition only. */
  synchronized void take(String clientMessageId) {
    if (admitted.contains(clientMessageId)) {
      take(repetitions, "too-many-messages");
      return;
    }
    take(messages, "too-many-messages");
    admitted.add(clientMessageId);
    if (admitted.size() > REMEMBERED) {
      admitted.remove(admitted.iterator().next());
    }
  }
}
