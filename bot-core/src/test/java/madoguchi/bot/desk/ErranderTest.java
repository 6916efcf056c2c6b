package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.InMemoryErrands;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.StorageAway;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Errands are run when they are due, tried again with patience, and never held up by others. */
class ErranderTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("demo");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T03:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryErrands errands = new InMemoryErrands(memory, conversations);
  private final List<Delivery> ended = Collections.synchronizedList(new ArrayList<>());
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final List<MunicipalityCode> tidied = Collections.synchronizedList(new ArrayList<>());
  private final List<String> run = Collections.synchronizedList(new ArrayList<>());
  private Errander errander;

  @AfterEach
  void close() {
    errander.close();
  }

  @Test
  void runsWhatIsDueOnce() {
    begin(runner("a", 4, e -> new Delivery(SendState.SENT, "200")));
    give("a", "one");
    give("a", "two");
    assertThat(errander.runDue()).isTrue();
    await().pollInterval(Duration.ofMillis(2)).until(errander::isIdle);
    assertThat(errander.runDue()).isFalse();
    assertThat(run).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void tellsItsRunnerOnceThatAnErrandHasEnded() {
    begin(
        runner(
            "a",
            4,
            e ->
                e.attempts() < 3
                    ? new Delivery(SendState.TRYING, "500")
                    : new Delivery(SendState.GIVEN_UP, "quota")));
    give("a", "one");
    for (int i = 0; i < 5; i++) {
      runAll();
    }
    assertThat(run).hasSize(3);
    assertThat(ended).containsExactly(new Delivery(SendState.GIVEN_UP, "quota"));
  }

  @Test
  void anErrandHasNotEndedWhenWhatHangsOnItCannotBeStored() {
    begin(runner("a", 4, e -> new Delivery(SendState.GIVEN_UP, "cannot be stored")));
    give("a", "one");
    runAll();
    assertThat(errands.troubled(TOWN, "a", 9)).isEmpty();
    runAll();
    assertThat(run).hasSize(2);
  }

  private void runAll() {
    errander.runDue();
    await().pollInterval(Duration.ofMillis(2)).until(errander::isIdle);
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(2)));
  }

  @Test
  void triesAgainLaterAndLaterUntilItsTimeIsOver() {
    begin(runner("a", 4, e -> new Delivery(SendState.TRYING, "500")));
    give("a", "one");
    List<Integer> tries = new ArrayList<>();
    for (int hour = 0; hour < 30; hour++) {
      for (int i = 0; i < 4; i++) {
        errander.runDue();
        await().pollInterval(Duration.ofMillis(2)).until(errander::isIdle);
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(15)));
      }
      tries.add(run.size());
    }
    assertThat(tries.get(1) - tries.get(0)).isPositive();
    assertThat(run).hasSizeBetween(40, 110);
    assertThat(errands.troubled(TOWN, "a", 9))
        .extracting(Errand::state, Errand::note)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(SendState.GIVEN_UP, "500"));
  }

  @Test
  void aKindThatHangsHoldsUpNoOther() {
    CountDownLatch hanging = new CountDownLatch(1);
    begin(
        runner(
            "slow",
            2,
            e -> {
              awaitOn(hanging);
              return new Delivery(SendState.SENT, "late");
            }),
        runner("quick", 2, e -> new Delivery(SendState.SENT, "200")));
    IntStream.range(0, 100).forEach(i -> give("slow", "slow" + i));
    give("quick", "quick");
    errander.runDue();
    await().until(() -> run.contains("quick"));
    assertThat(run.stream().filter(id -> id.startsWith("slow"))).hasSizeLessThanOrEqualTo(2);
    hanging.countDown();
    await()
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              errander.runDue();
              return run.size() == 101;
            });
  }

  @Test
  void leavesWhatItDoesNotKnowAndWhatBreaksToBeTriedAgain() {
    begin(
        runner(
            "a",
            1,
            e -> {
              throw new IllegalStateException("broken");
            }));
    give("a", "one");
    give("unknown", "two");
    errander.runDue();
    await().pollInterval(Duration.ofMillis(2)).until(errander::isIdle);
    assertThat(errands.due(TOWN, "unknown", now.get(), 9)).hasSize(1);
    assertThat(errands.due(TOWN, "a", now.get(), 9)).isEmpty();
    assertThat(errands.due(TOWN, "a", now.get().plusSeconds(61), 9)).hasSize(1);
  }

  @Test
  void tidiesEachTownFromTimeToTime() {
    begin(runner("a", 1, e -> new Delivery(SendState.SENT, "")));
    for (int minute = 0; minute < 25; minute++) {
      errander.runDue();
      now.updateAndGet(t -> t.plus(Duration.ofMinutes(1)));
    }
    assertThat(tidied).containsExactly(TOWN, TOWN, TOWN);
  }

  @Test
  void whatFailsForOneTownHoldsUpNoOther() {
    MunicipalityCode after = new MunicipalityCode("zzz");
    begin(runner("a", 4, e -> new Delivery(SendState.SENT, "200")));
    towns.store(new Municipality(after, "あとの市", "", "", List.of(), Map.of()));
    errander.close();
    errander =
        new Errander(
            towns,
            failingIn(TOWN, errands),
            unitOfWork(),
            List.of(runner("a", 4, e -> new Delivery(SendState.SENT, "200"))),
            town -> {
              tidied.add(town);
              throw new IllegalStateException("cannot tidy " + town);
            },
            clock);
    give("a", "one");
    errands.add(
        Errand.of(after, "two", "a", "", 0, now.get(), now.get().plusSeconds(60), "payload"));
    for (int second = 0; second < 3; second++) {
      errander.runDue();
      await().pollInterval(Duration.ofMillis(2)).until(errander::isIdle);
      now.updateAndGet(t -> t.plusSeconds(1));
    }
    assertThat(run).containsExactly("two");
    assertThat(tidied).as("not again each second").containsExactly(TOWN, after);
  }

  @Test
  void aStorageThatIsAwayIsAwayForAllTowns() {
    begin(runner("a", 4, e -> new Delivery(SendState.SENT, "200")));
    errander.close();
    errander =
        new Errander(
            towns,
            errands,
            unitOfWork(),
            List.of(),
            town -> {
              throw new StorageAway("database");
            },
            clock);
    assertThatThrownBy(errander::runDue).isInstanceOf(StorageAway.class);
  }

  private static Errands failingIn(MunicipalityCode broken, Errands errands) {
    return (Errands)
        Proxy.newProxyInstance(
            Errands.class.getClassLoader(),
            new Class<?>[] {Errands.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("due") && broken.equals(arguments[0])) {
                throw new IllegalStateException("a row that cannot be read");
              }
              return method.invoke(errands, arguments);
            });
  }

  @Test
  void looksByItselfOnceStarted() {
    begin(runner("a", 4, e -> new Delivery(SendState.SENT, "200")));
    errander.start();
    give("a", "one");
    errander.wake();
    await().until(() -> run.size() == 1);
  }

  private void begin(ErrandRunner... runners) {
    towns.store(new Municipality(TOWN, "あおば野市", "", "", List.of(), Map.of()));
    errander = new Errander(towns, errands, unitOfWork(), List.of(runners), tidied::add, clock);
  }

  private InMemoryUnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(
        memory,
        new InMemoryLeases(
            memory,
            new InMemoryInbox(memory, conversations),
            new InMemoryOutbox(memory, conversations)));
  }

  private void give(String kind, String id) {
    errands.add(
        Errand.of(TOWN, id, kind, "", 0, now.get(), now.get().plus(Duration.ofDays(1)), "payload"));
  }

  private ErrandRunner runner(String kind, int width, Function<Errand, Delivery> trying) {
    return new ErrandRunner() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public int width() {
        return width;
      }

      @Override
      public Duration longest() {
        return Duration.ofMinutes(1);
      }

      @Override
      public Delivery run(Errand errand) {
        run.add(errand.id());
        return trying.apply(errand);
      }

      @Override
      public void ended(Errand errand, Delivery end) {
        ended.add(end);
        if (end.note().equals("cannot be stored")) {
          throw new IllegalStateException(end.note());
        }
      }
    };
  }

  private static void awaitOn(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
