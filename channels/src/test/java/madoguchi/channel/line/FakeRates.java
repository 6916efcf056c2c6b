package madoguchi.channel.line;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls of each kind LINE takes in a time. */
public final class FakeRates {

  static final Duration SECOND = Duration.ofSeconds(1);
  static final Duration HOUR = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Integer> limits =
      new ConcurrentHashMap<>(Map.of("reply", 2_000, "push", 2_000, "loading", 100, "menu", 100));
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  FakeRates(Clock clock) {
    this.clock = clock;
  }

  /** LINE takes no more than so many of that kind. */
  public void limit(String kind, int most) {
    limits.put(kind, most);
  }

  boolean takes(String kind, Duration time) {
    String window = kind + ' ' + clock.millis() / time.toMillis();
    return counts.merge(window, 1, Integer::sum) <= limits.getOrDefault(kind, 0);
  }
}
