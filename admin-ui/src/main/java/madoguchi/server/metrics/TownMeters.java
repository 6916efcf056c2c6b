package madoguchi.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;

/** The counters of all towns. Tags are codes and names of ours: never anything of a resident. */
final class TownMeters {

  private static final String TOWN = "municipality";
  private static final String CHANNEL = "channel";

  private final MeterRegistry registry;

  TownMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void accepted(MunicipalityCode town, String channel) {
    registry.counter("madoguchi.accepted", TOWN, town.value(), CHANNEL, channel).increment();
  }

  void answered(MunicipalityCode town, String channel, String outcome, Duration took) {
    registry
        .counter("madoguchi.answered", TOWN, town.value(), CHANNEL, channel, "outcome", outcome)
        .increment();
    registry.timer("madoguchi.thinking", TOWN, town.value(), CHANNEL, channel).record(took);
  }

  void tried(MunicipalityCode town, String channel, boolean again) {
    String name = again ? "madoguchi.send.retries" : "madoguchi.send.tries";
    registry.counter(name, TOWN, town.value(), CHANNEL, channel).increment();
  }

  void settled(MunicipalityCode town, String channel, SendState state) {
    registry
        .counter(
            "madoguchi.sendings",
            TOWN,
            town.value(),
            CHANNEL,
            channel,
            "state",
            state.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
