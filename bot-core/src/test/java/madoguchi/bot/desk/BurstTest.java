package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Who answers waits for who stores, but not for ever, nor while somebody waits for long. */
class BurstTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();

  /** With a clock that goes on by a second whenever it is read: so each wait is one of a second. */
  private Burst burst(BooleanSupplier pressed, BooleanSupplier waitsLong) {
    return new Burst(
        () -> {
          looks.incrementAndGet();
          return pressed.getAsBoolean();
        },
        waitsLong,
        stopping,
        () -> now.addAndGet(SECOND));
  }

  @Test
  void doesNotWaitWhenThereIsNone() throws Exception {
    burst(() -> false, () -> false).standBack();
    assertThat(looks).hasValue(1);
  }

  @Test
  void waitsUntilItIsOver() throws Exception {
    burst(() -> looks.get() < 5, () -> false).standBack();
    assertThat(looks).hasValue(5);
  }

  @Test
  void goesOnAtOnceWhenTheServerStops() throws Exception {
    stopping.countDown();
    burst(() -> true, () -> false).standBack();
    assertThat(looks).hasValue(1);
  }

  @Test
  void doesNotWaitWhileSomebodyHasWaitedForLong() throws Exception {
    burst(() -> true, () -> true).standBack();
    assertThat(looks).hasValue(1);
  }

  @Test
  void noticesThatSomebodyBeginsToWaitForLong() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    burst(() -> true, () -> asked.incrementAndGet() == 4).standBack();
    assertThat(looks).hasValue(4);
  }

  @Test
  void asksWhoWaitsOnlyDuringABurst() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    burst(() -> false, () -> asked.getAndSet(true)).standBack();
    assertThat(asked).isFalse();
  }

  @Test
  void spendsOnlyAPartOfAMinuteWithIt() throws Exception {
    Burst burst = burst(() -> true, () -> false);
    burst.standBack();
    assertThat(looks).hasValue(13);
    burst.standBack();
    assertThat(looks).hasValue(14);
    now.addAndGet(60 * SECOND);
    burst.standBack();
    assertThat(looks).hasValue(14 + 13);
  }

  @Test
  void aCalmMomentGivesNoFurtherTime() throws Exception {
    // Of four looks the last is calm.
    Burst burst = burst(() -> looks.get() % 4 != 0, () -> false);
    for (int call = 0; call < 4; call++) {
      burst.standBack();
    }
    assertThat(looks).hasValue(16);
    burst.standBack();
    assertThat(looks).hasValue(17);
  }
}
