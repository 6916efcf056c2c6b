package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.Letter;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.SendState;
import madoguchi.bot.post.UnitOfWork;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a worker leaves a conversation, and when it is taken up again. */
class AttendanceTest {

  private static final Duration LENGTH = Duration.ofSeconds(15);
  private static final long SEED = 11;

  private final House house = new House();
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();
  private Conversation conversation;

  @BeforeEach
  void begin() {
    conversation = house.conversation("line");
    house.inbox.accept(List.of(house.arrival(conversation, "m", "ごみ")));
  }

  private Attendance attendance(Stores stores, Function<Dispatch, Delivery> sending) {
    return attendance(stores, new Sendings(1), sending);
  }

  private Attendance attendance(
      Stores stores, Sendings sendings, Function<Dispatch, Delivery> sending) {
    return attendance(stores, sendings, House.door("line", sending));
  }

  private Attendance attendance(Stores stores, Sendings sendings, Channel door) {
    Map<String, Channel> channels = Map.of("line", door);
    return new Attendance(
        stores,
        new LocalSignals(),
        new TurnDesk(
            house.towns,
            stores,
            house.reception,
            channels,
            House.thinking(),
            sendings,
            house.clock),
        new SendingDesk(stores, channels, house.clock),
        sendings,
        Backoff.ofReplies(new Random(SEED)),
        house.clock,
        LENGTH,
        new CountDownLatch(1));
  }

  private Optional<Duration> attend(Attendance attendance) {
    return attendance.attend(taken().orElseThrow(), left::incrementAndGet);
  }

  private Optional<Lease> taken() {
    return house.leases.take("w", house.now.get(), LENGTH);
  }

  private Delivery fails(Dispatch dispatch) {
    assertThat(left).as("others may work meanwhile").hasValue(tries.incrementAndGet());
    return new Delivery(SendState.TRYING, "500");
  }

  @Test
  void leavesAfterOneTryForALongerTimeEachTime() {
    Attendance attendance = attendance(house.stores, this::fails);
    Backoff expected = Backoff.ofReplies(new Random(SEED));
    for (int tried = 1; tried < 7; tried++) {
      long millis = expected.after(tried).toMillis();
      assertThat(attend(attendance)).contains(Duration.ofMillis(millis));
      assertThat(tries).hasValue(tried);
      house.now.updateAndGet(t -> t.plusMillis(millis - 1));
      assertThat(taken()).isEmpty();
      house.now.updateAndGet(t -> t.plusMillis(1));
    }
  }

  @Test
  void storesTheTurnWithTheTryAndTheEndWithTheLease() {
    AtomicInteger commits = new AtomicInteger();
    List<Dispatch> stored = new java.util.ArrayList<>();
    Attendance attendance =
        attendance(
            counting(commits),
            dispatch -> {
              // As another node would read it, were this one killed now.
              stored.add(
                  house.outbox.next(new Lease(House.DEMO, conversation.id(), 0)).orElseThrow());
              assertThat(dispatch.attempts()).isZero();
              return new Delivery(SendState.SENT, "200");
            });
    assertThat(attend(attendance)).isEmpty();
    assertThat(stored)
        .singleElement()
        .satisfies(
            tried -> {
              assertThat(tried.state()).isEqualTo(SendState.TRYING);
              assertThat(tried.attempts()).isOne();
            });
    assertThat(commits).hasValue(2);
    assertThat(taken()).isEmpty();
    assertThat(house.leases.backlog()).isEmpty();
  }

  @Test
  void leavesItUntriedWhereThereIsNoPlaceAmongTheSendings() {
    Attendance crowded = attendance(house.stores, new Sendings(0), dispatch -> fails(dispatch));
    assertThat(attend(crowded)).contains(Duration.ofSeconds(2));
    assertThat(tries).hasValue(0);
    assertThat(house.inbox.outcome(House.DEMO, "m")).contains("answered");
    assertThat(house.outbox.next(new Lease(House.DEMO, conversation.id(), 0)))
        .hasValueSatisfying(
            waiting -> {
              assertThat(waiting.state()).isEqualTo(SendState.READY);
              assertThat(waiting.attempts()).isZero();
            });
  }

  @Test
  void beginsNoTryWhoseTimeIsOver() {
    house.now.updateAndGet(t -> t.plus(Duration.ofMinutes(10)));
    Attendance attendance = attendance(house.stores, this::fails);
    assertThat(attend(attendance)).isEmpty();
    assertThat(tries).hasValue(0);
    assertThat(house.outbox.troubled(House.DEMO, 9))
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.state()).isEqualTo(SendState.GIVEN_UP);
              assertThat(late.attempts()).isZero();
            });
  }

  @Test
  void leavesTheNextMessageToWhoeverComesNext() {
    house.inbox.accept(List.of(house.arrival(conversation, "n", "ごみ")));
    Attendance attendance =
        attendance(house.stores, dispatch -> new Delivery(SendState.SENT, "200"));
    assertThat(attend(attendance)).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "n")).isEmpty();
    assertThat(attend(attendance)).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "n")).isPresent();
  }

  /** The house's stores, with a count of what is committed. */
  private Stores counting(AtomicInteger commits) {
    UnitOfWork units =
        new UnitOfWork() {
          @Override
          public <T> T commit(Supplier<T> work) {
            commits.incrementAndGet();
            return house.stores.unitOfWork().commit(work);
          }

          @Override
          public <T> T commit(Lease lease, Supplier<T> work) {
            commits.incrementAndGet();
            return house.stores.unitOfWork().commit(lease, work);
          }
        };
    return new Stores(
        units,
        house.leases,
        house.inbox,
        house.outbox,
        house.conversations,
        house.stores.handoffs(),
        house.stores.journal());
  }

  @Test
  void sendsBeforeItAnswersTheNext() {
    house.inbox.accept(List.of(house.arrival(conversation, "n", "ごみ")));
    Attendance attendance = attendance(house.stores, this::fails);
    assertThat(attend(attendance)).isPresent();
    house.now.updateAndGet(t -> t.plusSeconds(1));
    assertThat(attend(attendance)).isPresent();
    assertThat(house.inbox.outcome(House.DEMO, "m")).isPresent();
    assertThat(house.inbox.outcome(House.DEMO, "n")).isEmpty();
  }

  @Test
  void leavesWhatItCannotReadUntilTheLeaseRunsOut() {
    AtomicInteger looks = new AtomicInteger();
    Stores blind =
        with(
            new FailingInbox(house.inbox) {
              @Override
              public Optional<Arrival> next(Lease lease) {
                looks.incrementAndGet();
                return Optional.empty();
              }
            });
    assertThat(attend(attendance(blind, this::fails))).contains(LENGTH);
    assertThat(looks).hasValue(1);
    assertThat(taken()).isEmpty();
    house.now.updateAndGet(t -> t.plus(LENGTH));
    assertThat(taken()).isPresent();
  }

  @Test
  void countsNoStorageThatIsAwayAgainstAMessage() {
    AtomicInteger away = new AtomicInteger(5);
    Stores stores =
        with(
            new FailingInbox(house.inbox) {
              @Override
              public void done(MunicipalityCode town, String messageId, String outcome) {
                if (away.getAndDecrement() > 0) {
                  throw new StorageAway(new IllegalStateException("gone"));
                }
                super.done(town, messageId, outcome);
              }
            });
    Attendance attendance =
        attendance(stores, dispatch -> new Delivery(SendState.SENT, dispatch.payload()));
    for (int i = 0; i < 5; i++) {
      assertThat(attend(attendance)).contains(Duration.ofSeconds(2));
      house.now.updateAndGet(t -> t.plusSeconds(2));
    }
    assertThat(attend(attendance)).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "m")).contains("answered");
  }

  @Test
  void endsATurnThatCannotBeStoredWithAnApologyAndGoesOn() {
    house.inbox.accept(List.of(house.arrival(conversation, "n", "ごみ")));
    AtomicInteger takings = new AtomicInteger();
    List<Dispatch> sent = new java.util.ArrayList<>();
    Channel door =
        takingUp(
            House.door(
                "line",
                dispatch -> {
                  sent.add(dispatch);
                  return new Delivery(SendState.SENT, "200");
                }),
            arrival -> {
              if (arrival.messageId().equals("m")) {
                takings.incrementAndGet();
                throw new IllegalStateException("cannot be stored");
              }
              return true;
            });
    Attendance attendance = attendance(house.stores, new Sendings(1), door);
    for (int i = 0; i < 2; i++) {
      assertThat(attend(attendance)).contains(Duration.ofSeconds(2));
      house.now.updateAndGet(t -> t.plusSeconds(2));
    }
    assertThat(attend(attendance)).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "m")).contains("failed");
    assertThat(takings).as("the apology skips what breaks").hasValue(3);
    assertThat(sent)
        .singleElement()
        .satisfies(apology -> assertThat(apology.payload()).contains(house.town.telephone()));
    assertThat(attend(attendance)).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "n")).contains("answered");
    assertThat(sent).hasSize(2);
  }

  @Test
  void endsAMessageForWhichNotEvenAnApologyCanBeStored() {
    Stores stores =
        with(
            new FailingInbox(house.inbox) {
              @Override
              public void done(MunicipalityCode town, String messageId, String outcome) {
                boolean withTurn =
                    !house.conversations.turn(town, conversation.id(), messageId).isEmpty();
                if (withTurn) {
                  throw new IllegalStateException("not with a turn");
                }
                super.done(town, messageId, outcome);
              }
            });
    Attendance attendance = attendance(stores, this::fails);
    for (int i = 0; i < 2; i++) {
      assertThat(attend(attendance)).contains(Duration.ofSeconds(2));
      house.now.updateAndGet(t -> t.plusSeconds(2));
    }
    assertThat(attend(attendance)).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "m")).contains("failed");
    assertThat(house.conversations.turn(House.DEMO, conversation.id(), "m")).isEmpty();
    assertThat(tries).hasValue(0);
    assertThat(taken()).as("nothing waits there").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"overloaded", "away", "lost", "passed"})
  void countsNothingAgainstAMessageThatIsNoFaultOfIts(String kind) {
    AtomicInteger failing = new AtomicInteger(5);
    Channel door =
        takingUp(
            House.door("line", dispatch -> new Delivery(SendState.SENT, "200")),
            arrival -> {
              if (failing.getAndDecrement() > 0) {
                throw switch (kind) {
                  case "overloaded" -> new Overloaded("turns");
                  case "away" -> new StorageAway("turns");
                  case "lost" -> new LeaseLost(new Lease(House.DEMO, conversation.id(), 1));
                  default -> new EpochPassed(conversation);
                };
              }
              return true;
            });
    Attendance attendance = attendance(house.stores, new Sendings(1), door);
    for (int i = 0; i < 9 && house.inbox.outcome(House.DEMO, "m").isEmpty(); i++) {
      attend(attendance);
      house.now.updateAndGet(t -> t.plus(LENGTH));
    }
    assertThat(house.inbox.outcome(House.DEMO, "m")).contains("answered");
  }

  /** A door with something to store beside each turn. */
  private static Channel takingUp(Channel door, Predicate<Arrival> takeUp) {
    return (Channel)
        Proxy.newProxyInstance(
            Channel.class.getClassLoader(),
            new Class<?>[] {Channel.class},
            (proxy, method, arguments) ->
                method.getName().equals("takeUp")
                    ? takeUp.test((Arrival) arguments[0])
                    : method.invoke(door, arguments));
  }

  @Test
  void leavesItToStaffWhenAMessageBreaksUsWhileAPersonHasTheWord() {
    house.conversations.save(conversation.claimed());
    Channel door = House.door("line", this::fails);
    TurnDesk desk =
        new TurnDesk(
            house.towns,
            house.stores,
            house.reception,
            Map.of("line", new BrokenDoor(door)),
            House.thinking(),
            new Sendings(1),
            house.clock);
    Lease lease = taken().orElseThrow();
    Arrival arrival = house.inbox.next(lease).orElseThrow();
    for (int i = 0; i < 2; i++) {
      org.assertj.core.api.Assertions.assertThatIllegalStateException()
          .isThrownBy(() -> desk.take(lease, arrival));
    }
    assertThat(desk.take(lease, arrival)).isEmpty();
    assertThat(house.conversations.turn(House.DEMO, conversation.id(), "m")).isEmpty();
    assertThat(house.outbox.troubled(House.DEMO, 9))
        .singleElement()
        .satisfies(untold -> assertThat(untold.state()).isEqualTo(SendState.GIVEN_UP));
  }

  @Test
  void remembersAFewFailuresOnly() {
    Failures failures = new Failures();
    for (int i = 0; i < 2_000; i++) {
      failures.count(house.arrival(conversation, "m" + i, ""));
    }
    assertThat(failures.size()).isEqualTo(1_000);
    assertThat(failures.count(house.arrival(conversation, "m1999", ""))).isEqualTo(2);
    failures.forget(house.arrival(conversation, "m1999", ""));
    assertThat(failures.count(house.arrival(conversation, "m1999", ""))).isOne();
  }

  private Stores with(Inbox inbox) {
    return new Stores(
        house.stores.unitOfWork(),
        house.leases,
        inbox,
        house.outbox,
        house.conversations,
        house.handoffs,
        house.journal);
  }

  /** An inbox in which one thing fails. */
  private static class FailingInbox implements Inbox {

    private final Inbox inbox;

    FailingInbox(Inbox inbox) {
      this.inbox = inbox;
    }

    @Override
    public List<Acceptance> accept(List<Arrival> arrivals) {
      return inbox.accept(arrivals);
    }

    @Override
    public List<Acceptance> receive(List<Letter> letters) {
      return inbox.receive(letters);
    }

    @Override
    public Optional<Arrival> next(Lease lease) {
      return inbox.next(lease);
    }

    @Override
    public void done(MunicipalityCode town, String messageId, String outcome) {
      inbox.done(town, messageId, outcome);
    }

    @Override
    public Optional<String> outcome(MunicipalityCode town, String messageId) {
      return inbox.outcome(town, messageId);
    }
  }

  /** A door that cannot read. */
  private record BrokenDoor(Channel door) implements Channel {

    @Override
    public String name() {
      return door.name();
    }

    @Override
    public Optional<madoguchi.bot.inquiry.Inquiry> read(Arrival arrival) {
      throw new IllegalStateException("boom");
    }

    @Override
    public Optional<Dispatch> write(
        Arrival arrival,
        Conversation with,
        madoguchi.bot.answer.Outcome outcome,
        List<madoguchi.bot.conversation.Utterance> lines) {
      return door.write(arrival, with, outcome, lines);
    }

    @Override
    public Delivery send(Dispatch dispatch) {
      return door.send(dispatch);
    }
  }
}
