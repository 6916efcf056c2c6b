package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Inbox.Acceptance;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What every {@link Inbox} does. */
public abstract class InboxContract extends PortContract {

  private Inbox inbox() {
    return ports.inbox();
  }

  private Lease take() {
    return ports.leases().take("w", NOON, LENGTH).orElseThrow();
  }

  @Test
  void givesBackWhatItAccepted() {
    Arrival arrival = arrival(conversation(), "m", NOON, "{\"text\":\"引っ越し\"}");
    assertThat(inbox().accept(List.of(arrival))).containsExactly(Acceptance.NEW);
    assertThat(inbox().next(take())).contains(arrival);
  }

  @Test
  void acceptsNothingGladly() {
    assertThat(inbox().accept(List.of())).isEmpty();
  }

  @Test
  void tellsARepetitionFromOtherContent() {
    Conversation conversation = conversation();
    Conversation another = conversation(DEMO, "another");
    Arrival first = arrival(conversation, "m");
    inbox().accept(List.of(first));
    assertThat(
            inbox()
                .accept(
                    List.of(
                        first,
                        arrival(conversation, "new"),
                        arrival(conversation, "m", NOON, "other words"),
                        arrival(another, "m", NOON, first.payload()),
                        arrival(conversation, "m", NOON.plusSeconds(1), first.payload()))))
        .containsExactly(
            Acceptance.REPEATED,
            Acceptance.NEW,
            Acceptance.CONFLICT,
            Acceptance.CONFLICT,
            Acceptance.REPEATED);
  }

  @Test
  void tellsARepetitionStillWhenDone() {
    Conversation conversation = conversation();
    inbox().accept(List.of(arrival(conversation, "m")));
    inbox().done(DEMO, "m", "answered");
    assertThat(
            inbox()
                .accept(
                    List.of(arrival(conversation, "m"), arrival(conversation, "m", NOON, "other"))))
        .containsExactly(Acceptance.REPEATED, Acceptance.CONFLICT);
    assertThat(ports.leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void seesARepetitionWithinOneCall() {
    Conversation conversation = conversation();
    assertThat(inbox().accept(List.of(arrival(conversation, "m"), arrival(conversation, "m"))))
        .containsExactlyInAnyOrder(Acceptance.NEW, Acceptance.REPEATED);
  }

  @Test
  void goesByTheTimeOfSending() {
    Conversation conversation = conversation();
    inbox()
        .accept(
            List.of(
                arrival(conversation, "c", NOON.plusMillis(3), "3"),
                arrival(conversation, "a", NOON.plusMillis(1), "1"),
                arrival(conversation, "b2", NOON.plusMillis(2), "2b"),
                arrival(conversation, "b1", NOON.plusMillis(2), "2a")));
    Lease lease = take();
    for (String id : List.of("a", "b1", "b2", "c")) {
      assertThat(inbox().next(lease)).map(Arrival::messageId).contains(id);
      inbox().done(DEMO, id, "answered");
    }
    assertThat(inbox().next(lease)).isEmpty();
  }

  @Test
  void givesALatecomerWhenItComes() {
    Conversation conversation = conversation();
    inbox().accept(List.of(arrival(conversation, "second", NOON.plusSeconds(1), "2")));
    Lease lease = take();
    inbox().done(DEMO, "second", "answered");
    inbox().accept(List.of(arrival(conversation, "first", NOON, "1")));
    assertThat(inbox().next(lease)).map(Arrival::messageId).contains("first");
  }

  @Test
  void givesOnlyTheLeasedConversationsMessages() {
    Conversation one = conversation(DEMO, "one");
    Conversation two = conversation(DEMO, "two");
    inbox().accept(List.of(arrival(one, "1"), arrival(two, "2", NOON.minusSeconds(1), "2")));
    assertThat(inbox().next(new Lease(DEMO, one.id(), 1))).map(Arrival::messageId).contains("1");
    assertThat(inbox().next(new Lease(OTHER, one.id(), 1))).isEmpty();
  }

  @Test
  void tellsTheOutcomeOnceDone() {
    Conversation conversation = conversation();
    inbox().accept(List.of(arrival(conversation, "m")));
    assertThat(inbox().outcome(DEMO, "m")).isEmpty();
    inbox().done(DEMO, "m", "choose");
    assertThat(inbox().outcome(DEMO, "m")).contains("choose");
    assertThat(inbox().outcome(DEMO, "unknown")).isEmpty();
    inbox().done(DEMO, "unknown", "answered");
    assertThat(inbox().outcome(DEMO, "unknown")).isEmpty();
  }

  @Test
  void acceptsTheSameArrivalOnceFromAHundredThreads() {
    Arrival arrival = arrival(conversation(), "m");
    List<Acceptance> results = atOnce(100, i -> inbox().accept(List.of(arrival)).getFirst());
    assertThat(Collections.frequency(results, Acceptance.NEW)).isEqualTo(1);
    assertThat(Collections.frequency(results, Acceptance.REPEATED)).isEqualTo(99);
  }

  @Test
  void acceptsOverlappingBatchesWithoutADeadlock() {
    List<Arrival> arrivals =
        IntStream.range(0, 8)
            .mapToObj(i -> arrival(conversation(i % 2 == 0 ? DEMO : OTHER, "c" + i), "m" + i))
            .toList();
    List<List<Acceptance>> results =
        atOnce(12, i -> inbox().accept(i % 2 == 0 ? arrivals : arrivals.reversed()));
    assertThat(results.stream().flatMap(List::stream).filter(Acceptance.NEW::equals)).hasSize(8);
  }

  @Test
  void keepsAnyPayload() {
    Conversation conversation = conversation();
    String big = "<script>'; DROP TABLE inbox;--👩‍🚒".repeat(30_000);
    inbox().accept(List.of(arrival(conversation, "m", NOON, big)));
    Lease lease = take();
    assertThat(inbox().next(lease)).map(Arrival::payload).contains(big);
    inbox().done(DEMO, "m", "answered");
    Arrival broken = arrival(conversation, "m2", NOON, "lone \uD800 and NUL \u0000 here");
    inbox().accept(List.of(broken));
    assertThat(inbox().next(lease)).map(Arrival::payload).contains("lone \uFFFD and NUL  here");
    assertThat(inbox().accept(List.of(broken))).containsExactly(Acceptance.REPEATED);
  }

  @Test
  void keepsTheIdOnlyOfAMessageToAnErasedConversation() {
    Conversation conversation = conversation();
    inbox().accept(List.of(arrival(conversation, "before")));
    ports.conversations().erase(DEMO, conversation.id());
    assertThat(inbox().accept(List.of(arrival(conversation, "late"))))
        .containsExactly(Acceptance.NEW);
    assertThat(inbox().accept(List.of(arrival(conversation, "late"))))
        .containsExactly(Acceptance.REPEATED);
    assertThat(inbox().accept(List.of(arrival(conversation, "before"))))
        .containsExactly(Acceptance.REPEATED);
    assertThat(inbox().outcome(DEMO, "before")).contains("erased");
    assertThat(inbox().outcome(DEMO, "late")).contains("erased");
    assertThat(inbox().next(new Lease(DEMO, conversation.id(), 1))).isEmpty();
    assertThat(ports.leases().take("w", NOON, LENGTH)).isEmpty();
  }

  private static Letter letter(MunicipalityCode town, String citizen, String id) {
    return new Letter(
        town, "line", new Citizen(citizen), id, NOON, NOON.plusMillis(5), "payload of " + id);
  }

  @Test
  void opensTheConversationOfWhoWritesForTheFirstTime() {
    Citizen hana = new Citizen("hana");
    assertThat(ports.conversations().of(DEMO, "line", hana)).isEmpty();
    assertThat(inbox().receive(List.of(letter(DEMO, "hana", "m1"), letter(DEMO, "hana", "m2"))))
        .containsExactly(Acceptance.NEW, Acceptance.NEW);
    Conversation begun = ports.conversations().of(DEMO, "line", hana).orElseThrow();
    assertThat(begun.state()).isEqualTo(ConversationState.BOT);
    assertThat(begun.openedAt()).isEqualTo(NOON.plusMillis(5));
    Lease lease = take();
    assertThat(lease.conversationId()).isEqualTo(begun.id());
    assertThat(inbox().next(lease)).contains(letter(DEMO, "hana", "m1").in(begun.id()));
    assertThat(ports.conversations().append(DEMO, begun.id(), List.of(line("m1", "はい"))))
        .extracting(Utterance::number)
        .containsExactly(1L);
  }

  @Test
  void putsALetterIntoTheConversationThatThereIs() {
    inbox().receive(List.of(letter(DEMO, "hana", "m1"), letter(OTHER, "hana", "m1")));
    Conversation begun = ports.conversations().of(DEMO, "line", new Citizen("hana")).orElseThrow();
    Conversation elsewhere =
        ports.conversations().of(OTHER, "line", new Citizen("hana")).orElseThrow();
    assertThat(elsewhere.id()).isNotEqualTo(begun.id());
    assertThat(inbox().receive(List.of(letter(DEMO, "hana", "m1"), letter(DEMO, "hana", "m3"))))
        .containsExactly(Acceptance.REPEATED, Acceptance.NEW);
    assertThat(inbox().next(new Lease(DEMO, begun.id(), 1))).map(Arrival::messageId).contains("m1");
    ports.conversations().erase(DEMO, begun.id());
    assertThat(inbox().receive(List.of(letter(DEMO, "hana", "m4"))))
        .containsExactly(Acceptance.NEW);
    Conversation again = ports.conversations().of(DEMO, "line", new Citizen("hana")).orElseThrow();
    assertThat(again.id()).isNotEqualTo(begun.id());
    assertThat(inbox().next(new Lease(DEMO, again.id(), 1))).isPresent();
  }

  @Test
  void opensOneConversationForAHundredFirstLettersAtOnce() {
    List<Acceptance> results =
        atOnce(
            100,
            i -> inbox().receive(List.of(letter(DEMO, "c" + i % 10, "m" + i % 50))).getFirst());
    assertThat(Collections.frequency(results, Acceptance.NEW)).isEqualTo(50);
    assertThat(Collections.frequency(results, Acceptance.REPEATED)).isEqualTo(50);
    List<Lease> leases = ports.leases().take("w", NOON, LENGTH, 40);
    assertThat(leases).extracting(Lease::conversationId).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void storesWhatCameBesideWhatCannotBeStored() {
    Conversation conversation = conversation();
    List<Boolean> stored =
        atOnce(
            40,
            i -> {
              try {
                String id = i % 4 == 0 ? "x".repeat(300) : "m" + i;
                return inbox().accept(List.of(arrival(conversation, id))).size() == 1;
              } catch (RuntimeException tooLong) {
                return false;
              }
            });
    // The twin in memory has no widths.
    assertThat(IntStream.range(0, 40).filter(i -> i % 4 != 0).mapToObj(stored::get))
        .containsOnly(true);
    for (int i = 0; i < 30; i++) {
      Lease lease = new Lease(DEMO, conversation.id(), 1);
      inbox().next(lease).ifPresent(a -> inbox().done(DEMO, a.messageId(), "answered"));
    }
    for (int i = 0; i < 40; i++) {
      if (i % 4 != 0) {
        assertThat(inbox().outcome(DEMO, "m" + i)).contains("answered");
      }
    }
  }
}
