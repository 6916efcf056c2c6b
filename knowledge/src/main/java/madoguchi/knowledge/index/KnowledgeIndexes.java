package madoguchi.knowledge.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.municipality.MunicipalityCode;

/**
 * The present index of each town, swapped whole while serving. A search that has begun ends on the
 * index it began with; an index that is no longer used lives on the heap only and goes with it.
 */
public final class KnowledgeIndexes {

  private final FaqCatalog catalog;
  private final Function<FaqSnapshot, KnowledgeIndex> builder;
  private final Map<MunicipalityCode, Current> current = new ConcurrentHashMap<>();

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
    return (built == null ? current.computeIfAbsent(municipality, this::build) : built).index;
  }

  /** Builds and swaps the town's index if the catalog has moved on; true when it did. */
  public boolean refresh(MunicipalityCode municipality) {
    Current built = current.get(municipality);
    if (built != null && built.revision == catalog.revision(municipality)) {
      return false;
    }
    current.put(municipality, build(municipality));
    return true;
  }

  private Current build(MunicipalityCode municipality) {
    FaqSnapshot snapshot = catalog.snapshot(municipality);
    return new Current(snapshot.revision(), builder.apply(snapshot));
  }
}
