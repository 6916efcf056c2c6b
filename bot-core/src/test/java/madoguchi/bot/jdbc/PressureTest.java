package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Tells a burst from a busy day. */
class PressureTest {

  private final Pressure pressure = new Pressure();

  @Test
  void isNotHighAtFirstNorAfterALittle() {
    assertThat(pressure.isHigh()).isFalse();
    pressure.note(5);
    assertThat(pressure.isHigh()).isFalse();
  }

  @Test
  void isHighWhileMoreComesThanCanBeAnsweredAndNoLonger() {
    pressure.note(100_000);
    assertThat(pressure.isHigh()).isTrue();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (pressure.isHigh()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
