package madoguchi.knowledge.faq;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What is built from a town's entries, one for each town, swapped whole while serving. Work that
 * has begun ends on what it began with. Safe for many threads.
 *
 * @param <T> what is built; never changed afterwards
 */
public final class PerTown<T> {

  private final FaqCatalog catalog;
  private final BiFunction<MunicipalityCode, FaqSnapshot, T> builder;
  private final Map<MunicipalityCode, Current<T>> current = new ConcurrentHashMap<>();

  private final Map<MunicipalityCode, Lock> locks = new ConcurrentHashMap<>();

  private record Current<T>(long revision, T built) {}

  /** Built of the entries alone. Nothing is built before it is asked for. */
  public PerTown(FaqCatalog catalog, Function<FaqSnapshot, T> builder) {
    this(catalog, (municipality, snapshot) -> builder.apply(snapshot));
  }

  /** Built also of what else belongs to the town, such as what was learned for it. */
  public PerTown(FaqCatalog catalog, BiFunction<MunicipalityCode, FaqSnapshot, T> builder) {
    this.catalog = catalog;
    this.builder = builder;
  }

  /** What holds at present; built at the first call. */
  public T of(MunicipalityCode municipality) {
    Current<T> known = current.get(municipality);
    return (known == null ? swap(municipality, now -> now == null) : known).built;
  }

  /** Builds anew and swaps if the catalog has moved on; true when it did. */
  public boolean refresh(MunicipalityCode municipality) {
    Current<T> before = current.get(municipality);
    long revision = catalog.revision(municipality);
    if (before != null && before.revision == revision) {
      return false;
    }
    return swap(municipality, now -> now == null || now.revision < revision) != before;
  }

  /** Builds anew and swaps also when the entries are the same. */
  public void renew(MunicipalityCode municipality) {
    swap(municipality, now -> true);
  }

  /** One build of a town at a time, so that an older one never replaces a newer one. */
  private Current<T> swap(MunicipalityCode municipality, Predicate<@Nullable Current<T>> isDue) {
    Lock building = locks.computeIfAbsent(municipality, code -> new ReentrantLock());
    building.lock();
    try {
      Current<T> now = current.get(municipality);
      if (now != null && !isDue.test(now)) {
        return now;
      }
      FaqSnapshot snapshot = catalog.snapshot(municipality);
      Current<T> built = new Current<>(snapshot.revision(), builder.apply(municipality, snapshot));
      current.put(municipality, built);
      return built;
    } finally {
      building.unlock();
    }
  }
}
