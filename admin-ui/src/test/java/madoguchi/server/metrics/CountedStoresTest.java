package madoguchi.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.journal.InMemoryJournal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What is counted, and under which names. */
class CountedStoresTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("minato");
  private static final Instant NOON = Instant.parse("2026-11-26T03:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
  private final InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
  private final InMemoryLeases leases = new InMemoryLeases(memory, inbox, outbox);
  private final Stores stores =
      CountedStores.of(
          new Stores(
              new InMemoryUnitOfWork(memory, leases),
              leases,
              inbox,
              outbox,
              conversations,
              new InMemoryHandoffs(memory, conversations),
              new InMemoryJournal(memory, conversations)),
          registry);

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void countsWhatIsNewInTheInboxByTownAndDoor() {
    Conversation chat = conversations.open(DEMO, "web", new Citizen("c"), NOON);
    Arrival arrival = new Arrival(DEMO, chat.id(), "m", "web", NOON, "ごみ");
    Letter letter = new Letter(OTHER, "line", new Citizen("d"), "n", NOON, NOON, "ごみ");
    stores.inbox().accept(List.of(arrival));
    stores.inbox().accept(List.of(arrival));
    stores.inbox().receive(List.of(letter));
    stores.inbox().receive(List.of(letter));
    assertThat(count("madoguchi.accepted", "municipality", "demo", "channel", "web")).isOne();
    assertThat(count("madoguchi.accepted", "municipality", "minato", "channel", "line")).isOne();
  }

  @Test
  void countsTriesAndHowTheyEnd() {
    Conversation chat = conversations.open(DEMO, "line", new Citizen("c"), NOON);
    Dispatch dispatch =
        new Dispatch(
            DEMO,
            "d",
            chat.id(),
            1,
            "line",
            NOON,
            NOON.plus(Duration.ofMinutes(1)),
            "",
            SendState.READY,
            0,
            "");
    stores.outbox().add(dispatch);
    stores.outbox().trying(dispatch);
    stores.outbox().settle(dispatch, SendState.TRYING, "500");
    Dispatch again =
        stores
            .outbox()
            .next(leases.take("w", NOON, Duration.ofSeconds(15)).orElseThrow())
            .orElseThrow();
    stores.outbox().trying(again);
    stores.outbox().settle(again, SendState.SENT, "200");
    assertThat(count("madoguchi.send.tries", "channel", "line")).isOne();
    assertThat(count("madoguchi.send.retries", "channel", "line")).isOne();
    assertThat(count("madoguchi.sendings", "state", "sent")).isOne();
    assertThat(registry.find("madoguchi.sendings").tag("state", "trying").counter()).isNull();
  }

  @Test
  void countsATryThatBeginsWithItsTurn() {
    Conversation chat = conversations.open(DEMO, "line", new Citizen("c"), NOON);
    stores
        .outbox()
        .add(
            new Dispatch(DEMO, "d", chat.id(), 1, "line", NOON, NOON, "", SendState.TRYING, 1, ""));
    assertThat(count("madoguchi.send.tries", "channel", "line")).isOne();
    assertThat(registry.find("madoguchi.send.retries").counter()).isNull();
  }

  @Test
  void countsNothingThatIsUndone() {
    Conversation chat = conversations.open(DEMO, "line", new Citizen("c"), NOON);
    stores.inbox().accept(List.of(new Arrival(DEMO, chat.id(), "m", "line", NOON, "ごみ")));
    Lease lease = leases.take("w", NOON, Duration.ofSeconds(15)).orElseThrow();
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .commit(
                        lease,
                        () -> {
                          stores.journal().append(entry(chat, "m"));
                          stores.inbox().accept(List.of(arrival(chat, "n")));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(registry.find("madoguchi.answered").counter()).isNull();
    assertThat(count("madoguchi.accepted", "channel", "line")).isOne();
    stores.unitOfWork().commit(lease, () -> append(chat, "m"));
    assertThat(count("madoguchi.answered", "outcome", "answered")).isOne();
  }

  @Test
  void countsWhatAUnitWithinAnotherDidOnlyWithTheOuter() {
    Conversation chat = conversations.open(DEMO, "line", new Citizen("c"), NOON);
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .commit(
                        () -> {
                          stores.unitOfWork().commit(() -> append(chat, "m"));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(registry.find("madoguchi.answered").counter()).isNull();
    boolean done =
        stores.unitOfWork().commit(() -> stores.unitOfWork().commit(() -> append(chat, "m")));
    assertThat(done).isTrue();
    assertThat(count("madoguchi.answered", "outcome", "answered")).isOne();
  }

  private boolean append(Conversation chat, String id) {
    stores.journal().append(entry(chat, id));
    return true;
  }

  private static Arrival arrival(Conversation chat, String id) {
    return new Arrival(DEMO, chat.id(), id, "line", NOON, "ごみ");
  }

  private static JournalEntry entry(Conversation chat, String id) {
    return new JournalEntry(
        DEMO,
        chat.id(),
        id,
        "line",
        NOON,
        "ごみ",
        "answered",
        "confident",
        "0001",
        List.of(),
        Duration.ofMillis(3));
  }

  @Test
  void hasNoTagOfAResident() {
    countsWhatIsNewInTheInboxByTownAndDoor();
    assertThat(registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
        .allMatch(
            tag -> List.of("municipality", "channel", "outcome", "state").contains(tag.getKey()))
        .noneMatch(tag -> tag.getValue().equals("c") || tag.getValue().equals("d"));
  }
}
