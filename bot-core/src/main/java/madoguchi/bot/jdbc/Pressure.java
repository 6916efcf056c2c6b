package madoguchi.bot.jdbc;

import java.time.Duration;

/**
 * Tells a burst: more came anew in the last moment than can be answered in the same time anyway.
 * What only repeats itself makes no work.
 */
final class Pressure {

  private static final long MOMENT = Duration.ofMillis(250).toNanos();

  /** By the second and core. */
  private static final int ANSWERED = 250;

  private final double perNano = ANSWERED * Runtime.getRuntime().availableProcessors() / 1e9;
  private long since = System.nanoTime();
  private long stored;
  private boolean last;

  /** So many came anew now. */
  synchronized void note(int count) {
    turn();
    stored += count;
  }

  synchronized boolean isHigh() {
    turn();
    return last || stored > MOMENT * perNano;
  }

  /** Begins a new moment when the present one is over. */
  private void turn() {
    long now = System.nanoTime();
    long passed = now - since;
    if (passed >= MOMENT) {
      last = stored > passed * perNano;
      stored = 0;
      since = now;
    }
  }
}
