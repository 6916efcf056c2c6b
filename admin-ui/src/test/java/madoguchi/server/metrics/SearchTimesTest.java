package madoguchi.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** Searches are timed town by town. */
class SearchTimesTest {

  @Test
  void timesEachTownsSearchesApart() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    SearchTimes times = new SearchTimes(registry);
    times.searched(new MunicipalityCode("demo"), Duration.ofMillis(3));
    times.searched(new MunicipalityCode("demo"), Duration.ofMillis(5));
    times.searched(new MunicipalityCode("other"), Duration.ofMillis(7));
    assertThat(
            registry
                .get("madoguchi.search")
                .tag("municipality", "demo")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(8);
    assertThat(registry.get("madoguchi.search").tag("municipality", "other").timer().count())
        .isEqualTo(1);
  }
}
