package madoguchi.knowledge.index;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.municipality.MunicipalityCode;

/**
 * The present index of each town, swapped whole while serving. A search that has begun ends on the
 * index it began with; an index that is no longer used lives on the heap only and goes with it.
 */
public final class KnowledgeIndexes {

  private final PerTown<KnowledgeIndex> indexes;
  private final SearchObserver observer;

  private KnowledgeIndexes(PerTown<KnowledgeIndex> indexes, SearchObserver observer) {
    this.indexes = indexes;
    this.observer = observer;
  }

  /** With a builder that needs the entries alone. */
  public KnowledgeIndexes(FaqCatalog catalog, Function<FaqSnapshot, KnowledgeIndex> builder) {
    this(new PerTown<>(catalog, builder), (town, took) -> {});
  }

  /** With a builder that also knows what else belongs to a town, such as its vectors. */
  public KnowledgeIndexes(
      FaqCatalog catalog, BiFunction<MunicipalityCode, FaqSnapshot, KnowledgeIndex> builder) {
    this(new PerTown<>(catalog, builder), (town, took) -> {});
  }

  /** The same indexes, of whose searches somebody is told. */
  public KnowledgeIndexes observedBy(SearchObserver told) {
    return new KnowledgeIndexes(indexes, told);
  }

  /** The best entries for a question, best first; builds the town's index at the first question. */
  public List<Hit> search(
      MunicipalityCode municipality, String question, LocalDate today, int limit) {
    KnowledgeIndex index = of(municipality);
    long begun = System.nanoTime();
    List<Hit> hits = index.search(question, today, limit);
    observer.searched(municipality, Duration.ofNanos(System.nanoTime() - begun));
    return hits;
  }

  /** The index that answers at present. */
  public KnowledgeIndex of(MunicipalityCode municipality) {
    return indexes.of(municipality);
  }

  /** Builds and swaps the town's index if the catalog has moved on; true when it did. */
  public boolean refresh(MunicipalityCode municipality) {
    return indexes.refresh(municipality);
  }

  /** Builds and swaps the town's index also when its entries are the same, as for new vectors. */
  public void renew(MunicipalityCode municipality) {
    indexes.renew(municipality);
  }
}
