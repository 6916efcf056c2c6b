package madoguchi.knowledge.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * The present index of each town, swapped whole while serving. A search that has begun ends on the
 * index it began with; an index that is no longer used lives on the heap only and goes with it.
 */
public final class KnowledgeIndexes {

  private final FaqCatalog catalog;
  private final Function<FaqSnapshot, KnowledgeIndex> builder;
  private final Map<MunicipalityCode, Current> current = new ConcurrentHashMap<>();

  private final Map<MunicipalityCode, Lock> locks = new ConcurrentHashMap<>();

  private record Current(long revision, KnowledgeIndex index) {}

  public KnowledgeIndexes(FaqCatalog catalog, Function<FaqSnapshot, KnowledgeIndex> builder) {
    this.catalog = catalog;
    this.builder = builder;
  }

  /** The best entries for a question, best first; builds the town's index at the first question. */
  public List<Hit> search(
      MunicipalityCode municipality, String question, LocalDate today, int limit) {
    return of(municipality).search(question, today, limit);
  }

  /** The index that answers at present. */
  public KnowledgeIndex of(MunicipalityCode municipality) {
    Current built = current.get(municipality);
    return (built == null ? swap(municipality, now -> now == null) : built).index;
  }

  /** Builds and swaps the town's index if the catalog has moved on; true when it did. */
  public boolean refresh(MunicipalityCode municipality) {
    Current before = current.get(municipality);
    long revision = catalog.revision(municipality);
    if (before != null && before.revision == revision) {
      return false;
    }
    return swap(municipality, now -> now == null || now.revision < revision) != before;
  }

  /** Builds and swaps the town's index also when its entries are the same, as for new vectors. */
  public void renew(MunicipalityCode municipality) {
    swap(municipality, now -> true);
  }

  /** One build of a town at a time, so that an older one never replaces a newer one. */
  private Current swap(MunicipalityCode municipality, Predicate<@Nullable Current> isDue) {
    Lock building = locks.computeIfAbsent(municipality, code -> new ReentrantLock());
    building.lock();
    try {
      Current now = current.get(municipality);
      if (now != null && !isDue.test(now)) {
        return now;
      }
      FaqSnapshot snapshot = catalog.snapshot(municipality);
      Current built = new Current(snapshot.revision(), builder.apply(snapshot));
      current.put(municipality, built);
      return built;
    } finally {
      building.unlock();
    }
  }
}
