package madoguchi.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.knowledge.index.SearchObserver;
import madoguchi.municipality.MunicipalityCode;

/** Times the searches of each town. */
public final class SearchTimes implements SearchObserver {

  private final MeterRegistry registry;
  private final Map<MunicipalityCode, Timer> timers = new ConcurrentHashMap<>();

  public SearchTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void searched(MunicipalityCode municipality, Duration took) {
    timers
        .computeIfAbsent(
            municipality, town -> registry.timer("madoguchi.search", "municipality", town.value()))
        .record(took);
  }
}
