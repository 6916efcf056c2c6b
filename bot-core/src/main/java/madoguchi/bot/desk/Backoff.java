package madoguchi.bot.desk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: twice as long each time, never all at the same moment. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int DOUBLINGS = 12;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** After so many tries, 1 or more: between half and the whole of the doubled time. */
  Duration after(int tries) {
    long doubled = FIRST.toMillis() << Math.min(tries - 1, DOUBLINGS);
    long whole = Math.min(doubled, LONGEST.toMillis());
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }
}
