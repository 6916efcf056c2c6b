package madoguchi.bot.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import madoguchi.bot.contract.Threads;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} does. */
public abstract class RateLimitsContract {

  protected static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  protected static final MunicipalityCode OTHER = new MunicipalityCode("other");

  /** Nobody else's. */
  protected final String key = UUID.randomUUID().toString();

  protected abstract RateLimits limits();

  @Test
  void givesAMinutesWorthAndSaysHowLongToWaitForMore() {
    for (int i = 0; i < 3; i++) {
      assertThat(limits().take(DEMO, key, 3)).isZero();
    }
    assertThat(limits().take(DEMO, key, 3))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void countsTownsAndKeysApart() {
    assertThat(limits().take(DEMO, key, 1)).isZero();
    assertThat(limits().take(DEMO, key, 1)).isPositive();
    assertThat(limits().take(OTHER, key, 1)).isZero();
    assertThat(limits().take(DEMO, key + " other", 1)).isZero();
  }

  @Test
  void givesNoMoreToManyAtOnce() {
    long given =
        Threads.atOnce(8, i -> IntStream.range(0, 10).filter(n -> isGiven(20)).count()).stream()
            .mapToLong(Long::longValue)
            .sum();
    // A little may come in meanwhile: one in three seconds.
    assertThat(given).isBetween(20L, 22L);
  }

  private boolean isGiven(int perMinute) {
    return limits().take(DEMO, key, perMinute).isZero();
  }
}
