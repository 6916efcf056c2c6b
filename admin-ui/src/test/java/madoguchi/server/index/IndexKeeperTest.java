package madoguchi.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.acceptance.TownHall;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.storage.Database;
import madoguchi.server.storage.EntryEmbeddingRows;
import madoguchi.server.storage.WordVectorRows;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A town in trouble is its own trouble. */
class IndexKeeperTest {

  private static final long NOW = System.nanoTime() % 1_000_000_000;
  private final MunicipalityCode broken = new MunicipalityCode("aa" + Math.abs(NOW));
  private final MunicipalityCode sound = new MunicipalityCode("bb" + Math.abs(NOW));
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();

  @Test
  void aTownWhoseMemoryCannotBeReadDoesNotHoldUpTheOthers() {
    for (MunicipalityCode code : List.of(broken, sound)) {
      towns.store(new Municipality(code, "町", "0", "", List.of(), Map.of()));
      edit(code, "転入届");
    }
    try (IndexKeeper keeper = keeper(catalog)) {
      assertThat(keeper.indexes().of(sound).size()).isEqualTo(1);
      keeper.start();
      edit(broken, "転出届");
      edit(sound, "転出届");
      await().until(() -> keeper.indexes().of(sound).size() == 2);
    }
  }

  @Test
  void whatFailsBecauseTheServerStopsIsNoError() throws Exception {
    assertThat(loggedOf(false)).hasSize(1);
    assertThat(loggedOf(true)).isEmpty();
  }

  /** The errors of a look that fails, closed before it does or not. */
  private List<ILoggingEvent> loggedOf(boolean closed) throws Exception {
    CompletableFuture<Thread> looking = new CompletableFuture<>();
    CountDownLatch gone = new CountDownLatch(1);
    FaqCatalog failing =
        over(
            FaqCatalog.class,
            catalog,
            arguments -> {
              looking.complete(Thread.currentThread());
              gone.await();
              throw new IllegalStateException("closed");
            });
    towns.store(new Municipality(broken, "町", "0", "", List.of(), Map.of()));
    Logger log = (Logger) LoggerFactory.getLogger(IndexKeeper.class);
    ListAppender<ILoggingEvent> errors = new ListAppender<>();
    errors.start();
    try (IndexKeeper keeper = keeper(failing)) {
      // Only now: a server that begins gives its logs anew.
      log.addAppender(errors);
      keeper.start();
      Thread thread = looking.get(10, TimeUnit.SECONDS);
      if (closed) {
        keeper.close();
      }
      gone.countDown();
      if (closed) {
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
      } else {
        await().until(() -> !errors.list.isEmpty());
      }
      return errors.list.stream()
          .filter(event -> event.getLevel().equals(Level.ERROR))
          .filter(event -> event.getFormattedMessage().contains(broken.value()))
          .limit(1)
          .toList();
    } finally {
      log.detachAppender(errors);
    }
  }

  private IndexKeeper keeper(FaqCatalog entries) {
    Database database = TownHall.open().bean(Database.class);
    return new IndexKeeper(
        towns,
        entries,
        new PerTown<>(entries, snapshot -> Completions.of(snapshot.entries())),
        Synonyms.NONE,
        new WordVectorRows(database, Clock.systemUTC()),
        unreadableFor(broken, TownHall.open().bean(ResolvedQuestions.class)),
        new EmbeddingSlot(null),
        new EntryEmbeddingRows(database),
        TownHall.open().bean(Stores.class).leases(),
        Clock.systemUTC());
  }

  private void edit(MunicipalityCode code, String question) {
    catalog.store(code, List.of(FaqEntry.of(question, question, "窓口へお越しください。")), "test");
  }

  private static ResolvedQuestions unreadableFor(MunicipalityCode town, ResolvedQuestions others) {
    return over(
        ResolvedQuestions.class,
        others,
        arguments -> {
          if (arguments != null && town.equals(arguments[0])) {
            throw new IllegalStateException("a row that cannot be opened");
          }
        });
  }

  /** What happens before a call. */
  private interface Before {
    void call(Object[] arguments) throws Exception;
  }

  private static <T> T over(Class<T> type, T others, Before before) {
    return type.cast(
        Proxy.newProxyInstance(
            IndexKeeperTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              before.call(arguments);
              try {
                return method.invoke(others, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}
