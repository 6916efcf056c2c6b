package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** One index a town, replaced whole while it is asked. */
class KnowledgeIndexesTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  private final KnowledgeIndexes indexes =
      new KnowledgeIndexes(catalog, snapshot -> KnowledgeIndex.of(snapshot.entries()));

  @Test
  void findsNothingOfAnotherTown() {
    catalog.store(DEMO, SmallTown.ENTRIES, "test");
    catalog.store(OTHER, List.of(FaqEntry.of("x", "図書館の場所", "駅前です。")), "test");
    assertThat(indexes.search(OTHER, "住民票の写しがほしい", TODAY, 10)).isEmpty();
    assertThat(indexes.search(DEMO, "図書館", TODAY, 10)).isEmpty();
  }

  @Test
  void answersByTheOldEntriesUntilRefreshed() {
    catalog.store(DEMO, SmallTown.ENTRIES, "test");
    assertThat(indexes.search(DEMO, "図書館", TODAY, 10)).isEmpty();
    catalog.store(DEMO, List.of(FaqEntry.of("toshokan", "図書館の場所", "駅前です。")), "test");
    assertThat(indexes.search(DEMO, "図書館", TODAY, 10)).isEmpty();
    assertThat(indexes.refresh(DEMO)).isTrue();
    assertThat(indexes.search(DEMO, "図書館", TODAY, 10)).hasSize(1);
    assertThat(indexes.refresh(DEMO)).isFalse();
  }

  @Test
  void tellsOfEachSearchAndOfItsTownAlone() {
    catalog.store(DEMO, SmallTown.ENTRIES, "test");
    catalog.store(OTHER, SmallTown.ENTRIES, "test");
    List<MunicipalityCode> told = new ArrayList<>();
    KnowledgeIndexes observed =
        indexes.observedBy(
            (town, took) -> {
              assertThat(took).isPositive();
              told.add(town);
            });
    observed.search(DEMO, "住民票の写しがほしい", TODAY, 10);
    observed.search(OTHER, "ない", TODAY, 10);
    indexes.search(DEMO, "住民票の写しがほしい", TODAY, 10);
    assertThat(told).containsExactly(DEMO, OTHER);
    assertThat(observed.of(DEMO)).isSameAs(indexes.of(DEMO));
  }

  @Test
  void isBuiltAnewOnDemandThoughNothingChanged() {
    catalog.store(DEMO, SmallTown.ENTRIES, "test");
    KnowledgeIndex first = indexes.of(DEMO);
    indexes.renew(DEMO);
    assertThat(indexes.of(DEMO)).isNotSameAs(first);
  }

  @Test
  void eachSearchSeesOneIndexWholeWhileItIsSwapped() throws Exception {
    int perRevision = 5;
    AtomicBoolean running = new AtomicBoolean(true);
    catalog.store(DEMO, library(0, perRevision), "test");
    // Not virtual ones: these never rest, and would keep the one that builds from its turn.
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> askers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        askers.add(threads.submit(() -> askUntilStopped(running, perRevision)));
      }
      for (int revision = 1; revision <= 30; revision++) {
        catalog.store(DEMO, library(revision, perRevision), "test");
        assertThat(indexes.refresh(DEMO)).isTrue();
      }
      running.set(false);
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
  }

  private int askUntilStopped(AtomicBoolean running, int perRevision) {
    int asked = 0;
    while (running.get() || asked == 0) {
      List<String> answers =
          indexes.search(DEMO, "図書館の場所", TODAY, 10).stream()
              .map(hit -> hit.entry().answer())
              .toList();
      assertThat(answers).hasSize(perRevision);
      assertThat(answers.stream().distinct()).hasSize(1);
      asked++;
    }
    return asked;
  }

  private static List<FaqEntry> library(int revision, int count) {
    List<FaqEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(FaqEntry.of("library-" + i, "図書館の場所", "改訂" + revision + "です。"));
    }
    return entries;
  }
}
