package madoguchi.bot.desk;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lets those who answer stand back while a burst comes in: they would take the cores from those who
 * store. Replies can wait for less than a minute, webhooks for less than two seconds; so no more
 * than a part of each minute is spent with it, however the burst comes and goes, and none of it
 * while somebody has waited for long already.
 */
final class Burst {

  private static final long MOST = Duration.ofSeconds(12).toNanos();
  private static final long IN = Duration.ofSeconds(60).toNanos();
  private static final Duration LOOK = Duration.ofMillis(50);

  /** To ask who waits costs a query. */
  private static final long ASKING = Duration.ofMillis(500).toNanos();

  private final BooleanSupplier pressed;
  private final BooleanSupplier waitsLong;
  private final CountDownLatch stopping;
  private final LongSupplier nanos;
  private long since;
  private long spent;
  private long asked;
  private boolean urgent;

  /**
   * For all who stand back together: what one of them waits is spent for all.
   *
   * @param pressed whether a burst comes in
   * @param waitsLong whether somebody has waited for so long that they must be answered now
   * @param stopping ends all standing back
   */
  Burst(BooleanSupplier pressed, BooleanSupplier waitsLong, CountDownLatch stopping) {
    this(pressed, waitsLong, stopping, System::nanoTime);
  }

  /** With a clock of its own. */
  Burst(
      BooleanSupplier pressed,
      BooleanSupplier waitsLong,
      CountDownLatch stopping,
      LongSupplier nanos) {
    this.pressed = pressed;
    this.waitsLong = waitsLong;
    this.stopping = stopping;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
    this.asked = since - ASKING;
  }

  /** Returns once there is no burst, or there is no more time to be spent. */
  synchronized void standBack() throws InterruptedException {
    boolean stopped = false;
    while (!stopped && pressed.getAsBoolean() && isLeft() && !isUrgent()) {
      long begun = nanos.getAsLong();
      stopped = stopping.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      spent += nanos.getAsLong() - begun;
    }
  }

  private boolean isLeft() {
    long now = nanos.getAsLong();
    if (now - since >= IN) {
      since = now;
      spent = 0;
    }
    return spent < MOST;
  }

  private boolean isUrgent() {
    long now = nanos.getAsLong();
    if (now - asked >= ASKING) {
      asked = now;
      urgent = waitsLong.getAsBoolean();
    }
    return urgent;
  }
}
