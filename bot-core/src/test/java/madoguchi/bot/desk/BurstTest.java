package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who answers waits for who stores, but not for ever. */
class BurstTest {

  private final CountDownLatch stopping = new CountDownLatch(1);

  @Test
  void doesNotWaitWhenThereIsNone() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    new Burst(() -> asked.incrementAndGet() < 0, stopping).standBack();
    assertThat(asked).hasValue(1);
  }

  @Test
  void waitsUntilItIsOver() throws Exception {
    AtomicInteger left = new AtomicInteger(5);
    Burst burst = new Burst(() -> left.decrementAndGet() > 0, stopping);
    burst.standBack();
    assertThat(left).hasValue(0);
  }

  @Test
  void goesOnAtOnceWhenTheServerStops() throws Exception {
    stopping.countDown();
    AtomicBoolean asked = new AtomicBoolean();
    new Burst(() -> asked.getAndSet(true) || true, stopping).standBack();
    assertThat(asked).isTrue();
  }
}
