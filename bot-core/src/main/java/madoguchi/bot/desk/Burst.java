package madoguchi.bot.desk;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets those who answer stand back while a burst comes in: they would take the cores from those who
 * store. Replies can wait for less than a minute, webhooks for less than two seconds; so it ends
 * after a while, burst or not.
 */
final class Burst {

  private static final Duration LONGEST = Duration.ofSeconds(12);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final BooleanSupplier pressed;
  private final CountDownLatch stopping;
  private long since;
  private boolean lasting;

  Burst(BooleanSupplier pressed, CountDownLatch stopping) {
    this.pressed = pressed;
    this.stopping = stopping;
  }

  /** Returns once there is no burst, or it has lasted too long; for one thread only. */
  void standBack() throws InterruptedException {
    while (pressed.getAsBoolean()) {
      if (!lasting) {
        lasting = true;
        since = System.nanoTime();
      }
      if (System.nanoTime() - since > LONGEST.toNanos()
          || stopping.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    lasting = false;
  }
}
