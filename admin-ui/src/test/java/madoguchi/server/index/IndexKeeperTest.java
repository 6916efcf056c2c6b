package madoguchi.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import madoguchi.acceptance.TownHall;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.storage.Database;
import madoguchi.server.storage.EntryEmbeddingRows;
import madoguchi.server.storage.WordVectorRows;
import org.junit.jupiter.api.Test;

/** A town in trouble is its own trouble. */
class IndexKeeperTest {

  private static final long NOW = System.nanoTime() % 1_000_000_000;
  private final MunicipalityCode broken = new MunicipalityCode("aa" + Math.abs(NOW));
  private final MunicipalityCode sound = new MunicipalityCode("bb" + Math.abs(NOW));
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();

  @Test
  void aTownWhoseMemoryCannotBeReadDoesNotHoldUpTheOthers() {
    Database database = TownHall.open().bean(Database.class);
    for (MunicipalityCode code : List.of(broken, sound)) {
      towns.store(new Municipality(code, "町", "0", "", List.of(), Map.of()));
      edit(code, "転入届");
    }
    try (IndexKeeper keeper =
        new IndexKeeper(
            towns,
            catalog,
            new PerTown<>(catalog, snapshot -> Completions.of(snapshot.entries())),
            Synonyms.NONE,
            new WordVectorRows(database, Clock.systemUTC()),
            unreadableFor(broken, TownHall.open().bean(ResolvedQuestions.class)),
            new EmbeddingSlot(null),
            new EntryEmbeddingRows(database),
            TownHall.open().bean(Stores.class).leases(),
            Clock.systemUTC())) {
      assertThat(keeper.indexes().of(sound).size()).isEqualTo(1);
      keeper.start();
      edit(broken, "転出届");
      edit(sound, "転出届");
      await().until(() -> keeper.indexes().of(sound).size() == 2);
    }
  }

  private void edit(MunicipalityCode code, String question) {
    catalog.store(code, List.of(FaqEntry.of(question, question, "窓口へお越しください。")), "test");
  }

  private static ResolvedQuestions unreadableFor(MunicipalityCode town, ResolvedQuestions others) {
    return (ResolvedQuestions)
        Proxy.newProxyInstance(
            IndexKeeperTest.class.getClassLoader(),
            new Class<?>[] {ResolvedQuestions.class},
            (proxy, method, arguments) -> {
              if (arguments != null && town.equals(arguments[0])) {
                throw new IllegalStateException("a row that cannot be opened");
              }
              try {
                return method.invoke(others, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
