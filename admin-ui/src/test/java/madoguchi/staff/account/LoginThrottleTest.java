package madoguchi.staff.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How often may be guessed. */
class LoginThrottleTest {

  private Instant now = Instant.parse("2026-11-20T03:00:00Z");
  private final LoginThrottle throttle =
      new LoginThrottle(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  @Test
  void letsSoManyThroughAndTellsHowLongToWait() {
    assertThat(throttle.take("a", 2)).isEmpty();
    now = now.plusSeconds(60);
    assertThat(throttle.take("a", 2)).isEmpty();
    assertThat(throttle.take("a", 2)).contains(Duration.ofMinutes(14));
    assertThat(throttle.take("b", 2)).isEmpty();
  }

  @Test
  void opensAgainOneByOneAsTimeGoesOn() {
    throttle.take("a", 2);
    now = now.plusSeconds(300);
    throttle.take("a", 2);
    now = now.plusSeconds(600);
    assertThat(throttle.take("a", 2)).isEmpty();
    assertThat(throttle.take("a", 2)).contains(Duration.ofMinutes(5));
  }

  @Test
  void doesNotCountWaitingAsATry() {
    throttle.take("a", 1);
    for (int i = 0; i < 50; i++) {
      assertThat(throttle.take("a", 1)).isPresent();
    }
    now = now.plus(Duration.ofMinutes(15));
    assertThat(throttle.take("a", 1)).isEmpty();
  }

  @Test
  void forgetsWhoProvedToBeThemselves() {
    throttle.take("a", 2);
    throttle.take("a", 2);
    throttle.giveBack("a");
    assertThat(throttle.take("a", 2)).isEmpty();
    throttle.forget("a");
    assertThat(throttle.take("a", 1)).isEmpty();
    throttle.giveBack("nobody");
    throttle.forget("nobody");
  }

  @Test
  void remembersABoundedNumberOfNames() {
    throttle.take("first", 1);
    for (int i = 0; i < 10_000; i++) {
      throttle.take("name " + i, 1);
    }
    assertThat(throttle.take("first", 1)).isEmpty();
    assertThat(throttle.take("name 9999", 1)).isPresent();
  }
}
