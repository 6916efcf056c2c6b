package madoguchi.knowledge.faq;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.municipality.MunicipalityCode;

/** A catalog that needs nothing; for tests and for evaluation. */
public final class InMemoryFaqCatalog implements FaqCatalog {

  private final Map<MunicipalityCode, Town> towns = new ConcurrentHashMap<>();

  private record Town(long revision, TreeMap<String, FaqEntry> entries) {}

  @Override
  public long revision(MunicipalityCode municipality) {
    return town(municipality).revision;
  }

  @Override
  public FaqSnapshot snapshot(MunicipalityCode municipality) {
    Town town = town(municipality);
    return new FaqSnapshot(town.revision, town.entries.values().stream().toList());
  }

  @Override
  public Optional<FaqEntry> find(MunicipalityCode municipality, String id) {
    return Optional.ofNullable(town(municipality).entries.get(id));
  }

  @Override
  public long store(MunicipalityCode municipality, Collection<FaqEntry> entries, String actor) {
    return towns.merge(
            municipality,
            with(new Town(0, new TreeMap<>()), entries),
            (old, fresh) -> with(old, entries))
        .revision;
  }

  @Override
  public OptionalLong storeAt(
      MunicipalityCode municipality, long revision, Collection<FaqEntry> entries, String actor) {
    OptionalLong[] stored = {OptionalLong.empty()};
    towns.compute(
        municipality,
        (code, old) -> {
          Town present = old == null ? new Town(0, new TreeMap<>()) : old;
          if (present.revision != revision) {
            return old;
          }
          Town next = with(present, entries);
          stored[0] = OptionalLong.of(next.revision);
          return next;
        });
    return stored[0];
  }

  private Town town(MunicipalityCode municipality) {
    return towns.getOrDefault(municipality, new Town(0, new TreeMap<>()));
  }

  private static Town with(Town old, Collection<FaqEntry> entries) {
    TreeMap<String, FaqEntry> all = new TreeMap<>(old.entries);
    entries.forEach(entry -> all.put(entry.id(), entry));
    return new Town(old.revision + 1, all);
  }
}
