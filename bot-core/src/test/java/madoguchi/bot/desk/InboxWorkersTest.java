package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.Test;

/** From the inbox to the door and back. */
class InboxWorkersTest {

  private final House house = new House();
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  private Delivery arrives(Dispatch dispatch) {
    sent.add(dispatch.id());
    return new Delivery(SendState.SENT, "200");
  }

  @Test
  void answersEachConversationInOrderAndEveryMessageOnce() {
    List<Conversation> conversations =
        IntStream.range(0, 20).mapToObj(i -> house.conversation("line" + i)).toList();
    Channel[] doors =
        conversations.stream()
            .map(c -> House.door(c.channel(), this::arrives))
            .toArray(Channel[]::new);
    try (InboxWorkers workers = house.workers(doors)) {
      workers.start();
      for (int i = 0; i < 10; i++) {
        int n = i;
        house.now.updateAndGet(t -> t.plusSeconds(1));
        conversations.forEach(
            c -> house.inbox.accept(List.of(house.arrival(c, c.channel() + "-" + n, "ごみ" + n))));
        workers.wake();
      }
      until(() -> sent.size() == 200);
    }
    for (Conversation c : conversations) {
      assertThat(sent.stream().filter(id -> id.startsWith(c.channel() + "-")).toList())
          .isEqualTo(IntStream.range(0, 10).mapToObj(n -> c.channel() + "-" + n + "#1").toList());
      assertThat(house.conversations.after(House.DEMO, c.id(), 0))
          .extracting(Utterance::number)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(n -> (long) n).toList());
    }
  }

  @Test
  void takesUpAtOnceWhatItHeldWhenItWasKilled() {
    Conversation c = house.conversation("line");
    Conversation others = house.conversation("line2");
    house.inbox.accept(List.of(house.arrival(c, "mine", "ごみ")));
    house.stores.leases().take("test", house.now.get(), Duration.ofMinutes(1)).orElseThrow();
    house.inbox.accept(List.of(house.arrival(others, "theirs", "ごみ")));
    house.stores.leases().take("other node", house.now.get(), Duration.ofMinutes(1)).orElseThrow();
    try (InboxWorkers workers =
        house.workers(House.door("line", this::arrives), House.door("line2", this::arrives))) {
      workers.start();
      until(() -> sent.size() == 1);
    }
    assertThat(sent).containsExactly("mine#1");
  }

  @Test
  void ignoresWhatIsNothingToAnswer() {
    Conversation c = house.conversation("line");
    try (InboxWorkers workers = house.workers(House.door("line", this::arrives))) {
      workers.start();
      house.inbox.accept(List.of(house.arrival(c, "m1", ""), house.arrival(c, "m2", "ごみ")));
      workers.wake();
      until(() -> sent.size() == 1);
    }
    assertThat(house.inbox.outcome(House.DEMO, "m1")).contains("ignored");
    assertThat(house.inbox.outcome(House.DEMO, "m2")).contains("answered");
  }

  @Test
  void opensACaseWithinTheTurn() {
    Conversation c = house.conversation("line");
    try (InboxWorkers workers = house.workers(House.door("line", this::arrives))) {
      workers.start();
      house.inbox.accept(List.of(house.arrival(c, "m1", "職員に相談したい")));
      workers.wake();
      until(() -> sent.size() == 1);
    }
    assertThat(house.handoffs.pending(House.DEMO)).hasSize(1);
    assertThat(house.conversations.find(House.DEMO, c.id()).orElseThrow().state())
        .isEqualTo(ConversationState.WAITING);
  }

  @Test
  void triesAgainWhileTheTokenIsYoung() {
    AtomicInteger tries = new AtomicInteger();
    Conversation c = house.conversation("line");
    Channel door =
        House.door(
            "line",
            d ->
                tries.incrementAndGet() < 3
                    ? new Delivery(SendState.TRYING, "500")
                    : new Delivery(SendState.SENT, "200"));
    try (InboxWorkers workers = house.workers(door)) {
      workers.start();
      house.inbox.accept(List.of(house.arrival(c, "m1", "ごみ")));
      workers.wake();
      untilAsTimePasses(() -> tries.get() == 3 && nothingIsUnsent(c));
    }
    assertThat(house.outbox.troubled(House.DEMO, 10)).isEmpty();
  }

  @Test
  void neverRepeatsByItselfWhatMayHaveArrivedOnceTheTokenIsDead() {
    Conversation c = house.conversation("line");
    Channel door =
        House.door(
            "line",
            d -> {
              house.now.updateAndGet(t -> t.plusSeconds(60));
              return new Delivery(SendState.TRYING, "timeout");
            });
    try (InboxWorkers workers = house.workers(door)) {
      workers.start();
      house.inbox.accept(List.of(house.arrival(c, "m1", "ごみ")));
      workers.wake();
      untilAsTimePasses(() -> !house.outbox.troubled(House.DEMO, 10).isEmpty());
    }
    assertThat(house.outbox.troubled(House.DEMO, 10).getFirst().state())
        .isEqualTo(SendState.AMBIGUOUS);
  }

  @Test
  void givesUpWhatWasNeverTriedBeforeItsTokenDied() {
    Conversation c = house.conversation("line");
    Arrival old =
        new Arrival(
            House.DEMO, c.id(), "m1", "line", House.NOON.minus(Duration.ofMinutes(5)), "ごみ");
    try (InboxWorkers workers = house.workers(House.door("line", this::arrives))) {
      workers.start();
      house.inbox.accept(List.of(old));
      workers.wake();
      until(() -> !house.outbox.troubled(House.DEMO, 10).isEmpty());
    }
    assertThat(house.outbox.troubled(House.DEMO, 10).getFirst().state())
        .isEqualTo(SendState.GIVEN_UP);
    assertThat(sent).isEmpty();
  }

  @Test
  void saysNothingOnceSomebodyElseHasTakenTheWord() {
    Conversation c = house.conversation("line");
    Channel door = House.door("line", this::arrives);
    house.inbox.accept(List.of(house.arrival(c, "m1", "ごみ")));
    Dispatch begun =
        door.write(
                house.arrival(c, "m0", "ごみ"),
                c,
                madoguchi.bot.answer.Outcome.ANSWERED,
                List.of(
                    new Utterance(
                        0,
                        House.NOON,
                        madoguchi.bot.conversation.Sender.BOT,
                        "m0",
                        "古い答え",
                        List.of(),
                        List.of())))
            .orElseThrow();
    house.outbox.add(begun);
    house.conversations.save(c.claimed());
    try (InboxWorkers workers = house.workers(door)) {
      workers.start();
      workers.wake();
      until(() -> house.inbox.outcome(House.DEMO, "m1").isPresent());
    }
    assertThat(sent).isEmpty();
    assertThat(house.inbox.outcome(House.DEMO, "m1")).contains("staff");
  }

  @Test
  void givesUpAMessageThatBreaksUsAndGoesOnWithTheNext() {
    Conversation c = house.conversation("line");
    AtomicInteger reads = new AtomicInteger();
    Channel door = House.door("line", this::arrives);
    TurnDesk desk =
        new TurnDesk(
            house.towns,
            house.stores,
            house.reception,
            java.util.Map.of(
                "line",
                new Channel() {
                  @Override
                  public String name() {
                    return "line";
                  }

                  @Override
                  public java.util.Optional<madoguchi.bot.inquiry.Inquiry> read(Arrival arrival) {
                    reads.incrementAndGet();
                    if (arrival.payload().equals("毒")) {
                      throw new IllegalStateException("boom");
                    }
                    return door.read(arrival);
                  }

                  @Override
                  public java.util.Optional<Dispatch> write(
                      Arrival a,
                      Conversation with,
                      madoguchi.bot.answer.Outcome outcome,
                      List<Utterance> lines) {
                    return door.write(a, with, outcome, lines);
                  }

                  @Override
                  public Delivery send(Dispatch dispatch) {
                    return door.send(dispatch);
                  }
                }),
            House.thinking(),
            new Sendings(1),
            house.clock);
    house.inbox.accept(List.of(house.arrival(c, "m1", "毒"), house.arrival(c, "m2", "ごみ")));
    madoguchi.bot.post.Lease lease =
        house.leases.take("test", House.NOON, Duration.ofSeconds(15)).orElseThrow();
    for (int i = 0; i < 2; i++) {
      org.assertj.core.api.Assertions.assertThatIllegalStateException()
          .isThrownBy(() -> desk.take(lease, house.inbox.next(lease).orElseThrow()));
    }
    Dispatch apology =
        desk.take(lease, house.inbox.next(lease).orElseThrow()).orElseThrow().dispatch();
    desk.take(lease, house.inbox.next(lease).orElseThrow());
    assertThat(reads.get()).isEqualTo(4);
    assertThat(house.inbox.outcome(House.DEMO, "m1")).contains("failed");
    assertThat(apology.payload()).contains(house.town.telephone());
    assertThat(house.conversations.turn(House.DEMO, c.id(), "m1"))
        .extracting(Utterance::text)
        .containsExactly(apology.payload());
    assertThat(house.journal.before(House.DEMO, House.NOON.plusSeconds(9), 9))
        .extracting(madoguchi.bot.journal.JournalEntry::outcome)
        .contains("failed", "answered");
    assertThat(house.inbox.outcome(House.DEMO, "m2")).contains("answered");
  }

  @Test
  void readsAMessageAgainWhenAPersonTakesTheWordInMidTurn() {
    Conversation c = house.conversation("line");
    AtomicInteger reads = new AtomicInteger();
    Channel door = House.door("line", this::arrives);
    Channel interrupted =
        new Channel() {
          @Override
          public String name() {
            return door.name();
          }

          @Override
          public java.util.Optional<madoguchi.bot.inquiry.Inquiry> read(Arrival arrival) {
            // Read after the conversation was: the claim falls between reading and storing.
            if (reads.incrementAndGet() == 1) {
              house.conversations.save(
                  house.conversations.find(House.DEMO, c.id()).orElseThrow().claimed());
            }
            return door.read(arrival);
          }

          @Override
          public java.util.Optional<Dispatch> write(
              Arrival a,
              Conversation with,
              madoguchi.bot.answer.Outcome outcome,
              List<Utterance> lines) {
            return door.write(a, with, outcome, lines);
          }

          @Override
          public Delivery send(Dispatch dispatch) {
            return door.send(dispatch);
          }
        };
    try (InboxWorkers workers = house.workers(interrupted)) {
      workers.start();
      house.inbox.accept(List.of(house.arrival(c, "m1", "ごみ")));
      workers.wake();
      until(() -> house.inbox.outcome(House.DEMO, "m1").isPresent());
    }
    assertThat(house.inbox.outcome(House.DEMO, "m1")).contains("staff");
    assertThat(reads.get()).isEqualTo(2);
    assertThat(sent).isEmpty();
  }

  @Test
  void aDoorWhoseOtherSideHangsKeepsNoOtherDoorWaiting() {
    CountDownLatch hanging = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Channel line =
        House.door(
            "line",
            d -> {
              begun.incrementAndGet();
              try {
                assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              return arrives(d);
            });
    try (InboxWorkers workers = house.workers(line, House.door("web", this::arrives))) {
      for (int i = 0; i < 60; i++) {
        Conversation c =
            house.conversations.open(
                House.DEMO, "line", new madoguchi.bot.inquiry.Citizen("c" + i), House.NOON);
        house.inbox.accept(List.of(house.arrival(c, "line-" + i, "ごみ")));
      }
      workers.start();
      until(() -> begun.get() > 48);
      house.now.updateAndGet(t -> t.plusSeconds(1));
      Conversation chat = house.conversation("web");
      house.inbox.accept(List.of(house.arrival(chat, "web-1", "ごみ")));
      workers.wake();
      until(() -> sent.contains("web-1#1"));
      assertThat(sent).containsExactly("web-1#1");
      hanging.countDown();
      until(() -> sent.size() == 61);
    }
    assertThat(sent).doesNotHaveDuplicates();
  }

  private boolean nothingIsUnsent(Conversation c) {
    return house.outbox.next(new madoguchi.bot.post.Lease(House.DEMO, c.id(), 0)).isEmpty();
  }

  /** The house's clock goes on meanwhile. */
  private void untilAsTimePasses(BooleanSupplier condition) {
    long begun = System.nanoTime();
    AtomicLong passed = new AtomicLong();
    until(
        () -> {
          long now = System.nanoTime() - begun;
          long further = now - passed.getAndSet(now);
          house.now.updateAndGet(t -> t.plusNanos(further));
          return condition.getAsBoolean();
        });
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 20 s in vain").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
