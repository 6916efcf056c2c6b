package madoguchi.bot.presence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import madoguchi.municipality.MunicipalityCode;

/** Who is there within one process. */
public final class LocalPresence implements Presence {

  private final Map<Room, Map<String, Long>> seen = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  private record Room(MunicipalityCode municipality, String name) {}

  public LocalPresence() {
    this(System::nanoTime);
  }

  /** With a clock of its own. */
  LocalPresence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public void seen(MunicipalityCode municipality, String room, String who) {
    seen.computeIfAbsent(new Room(municipality, room), r -> new ConcurrentHashMap<>())
        .put(who, nanos.getAsLong());
  }

  @Override
  public int count(MunicipalityCode municipality, String room) {
    Map<String, Long> there = seen.getOrDefault(new Room(municipality, room), Map.of());
    long now = nanos.getAsLong();
    // Nobody is in an unknown room, and the map of that is not to be changed.
    if (!there.isEmpty()) {
      there.values().removeIf(at -> now - at >= LASTS.toNanos());
    }
    return there.size();
  }
}
