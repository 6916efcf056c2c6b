package madoguchi.bot.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports share: two towns, and short ways to make things. */
public abstract class PortContract {

  protected static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  protected static final MunicipalityCode OTHER = new MunicipalityCode("other");
  protected static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  protected static final Duration LENGTH = Duration.ofSeconds(15);

  protected Ports ports;

  /** The ports over an empty storage. */
  protected abstract Ports fresh();

  @BeforeEach
  final void begin() {
    ports = fresh();
    ports.municipalities().store(town(DEMO, "あおば野市"));
    ports.municipalities().store(town(OTHER, "みどり町"));
  }

  protected static Municipality town(MunicipalityCode code, String name) {
    return new Municipality(
        code,
        name,
        "0000-12-3000",
        "平日 8:30〜17:15",
        List.of(new Department("shimin", "市民課", "0000-12-3101", "1階", "平日")),
        Map.of("line.channel-secret", "geheim-" + code.value()));
  }

  protected final Conversation conversation(MunicipalityCode town, String rawId) {
    return ports
        .conversations()
        .open(town, "web", ports.pseudonyms().citizen(town, "web", rawId), NOON);
  }

  protected final Conversation conversation() {
    return conversation(DEMO, "somebody");
  }

  protected static Utterance line(String inReplyTo, String text) {
    return new Utterance(
        0,
        NOON,
        Sender.BOT,
        inReplyTo,
        text,
        List.of(new Source("0001", "転入届", "https://example.jp/1"), new Source("0002", "転出届", null)),
        List.of(new Choice("どれでもない", "none")));
  }

  protected static Arrival arrival(Conversation conversation, String id, Instant at, String words) {
    return new Arrival(
        conversation.municipality(), conversation.id(), id, conversation.channel(), at, words);
  }

  protected static Arrival arrival(Conversation conversation, String id) {
    return arrival(conversation, id, NOON, "payload of " + id);
  }

  protected static Dispatch dispatch(Conversation conversation, String id, Instant at) {
    return new Dispatch(
        conversation.municipality(),
        id,
        conversation.id(),
        conversation.epoch(),
        conversation.channel(),
        at,
        at.plusSeconds(55),
        "words of " + id,
        SendState.READY,
        0,
        "");
  }

  protected static JournalEntry journal(Conversation conversation, String id, Instant at) {
    return new JournalEntry(
        conversation.municipality(),
        conversation.id(),
        id,
        conversation.channel(),
        at,
        "引っ越しは？",
        "answered",
        "confident",
        "0001",
        List.of(new JournalEntry.Evidence("0001", "転入届", 12.5, 0.75, "質問文との一致 3.00（+1.20）")),
        Duration.ofMillis(12));
  }

  /** Makes work in the conversation and takes it. */
  protected final Lease lease(Conversation conversation) {
    ports.inbox().accept(List.of(arrival(conversation, "wakes " + conversation.id())));
    return ports.leases().take("worker", NOON, LENGTH).orElseThrow();
  }

  /** Runs the work as many times at once, and hands on the first failure. */
  protected static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> work) {
    return Threads.atOnce(times, work);
  }
}
