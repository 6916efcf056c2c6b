package madoguchi.bot.desk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long each time, never all at the same moment. */
final class Backoff {

  /** So often any first pause may be doubled. */
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  private Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** For what has hours, such as an errand. */
  static Backoff ofErrands(RandomGenerator random) {
    return new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30), random);
  }

  /** For what has a minute, such as a reply: many fail at the same moment, when a door does. */
  static Backoff ofReplies(RandomGenerator random) {
    return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(4), random);
  }

  /** After so many tries, 1 or more: between half and the whole of the doubled time. */
  Duration after(int tries) {
    long doubled = first.toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
    long whole = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }
}
