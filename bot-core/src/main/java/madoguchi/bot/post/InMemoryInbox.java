package madoguchi.bot.post;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.bot.town.StorableText;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** An inbox that is forgotten with the process. */
public final class InMemoryInbox implements Inbox {

  private static final Comparator<Arrival> IN_ORDER =
      Comparator.comparing(Arrival::sentAt).thenComparing(Arrival::messageId);

  private final Memory memory;
  private final Conversations conversations;
  private final MemoryTable<Row> rows;

  private record Row(Arrival arrival, @Nullable String outcome) {}

  /** Beside the conversations whose erasure takes their messages along. */
  public InMemoryInbox(Memory memory, Conversations conversations) {
    this.memory = memory;
    this.conversations = conversations;
    this.rows = memory.table();
  }

  @Override
  public List<Acceptance> accept(List<Arrival> arrivals) {
    return memory.atomically(
        () -> arrivals.stream().map(InMemoryInbox::storable).map(this::accept).toList());
  }

  @Override
  public List<Acceptance> receive(List<Letter> letters) {
    return memory.atomically(
        () -> accept(letters.stream().map(letter -> letter.in(conversation(letter))).toList()));
  }

  private String conversation(Letter l) {
    return conversations.open(l.municipality(), l.channel(), l.citizen(), l.receivedAt()).id();
  }

  private Acceptance accept(Arrival arrival) {
    Optional<Row> known = rows.get(arrival.municipality(), arrival.messageId());
    if (known.isEmpty()) {
      rows.put(arrival.municipality(), arrival.messageId(), new Row(arrival, null));
      return Acceptance.NEW;
    }
    Arrival first = known.get().arrival;
    return first.payload().equals(arrival.payload())
            && first.conversationId().equals(arrival.conversationId())
        ? Acceptance.REPEATED
        : Acceptance.CONFLICT;
  }

  @Override
  public Optional<Arrival> next(Lease lease) {
    return waiting()
        .filter(
            a ->
                a.municipality().equals(lease.municipality())
                    && a.conversationId().equals(lease.conversationId()))
        .min(IN_ORDER);
  }

  @Override
  public void done(MunicipalityCode municipality, String messageId, String outcome) {
    rows.get(municipality, messageId)
        .ifPresent(row -> rows.put(municipality, messageId, new Row(row.arrival, outcome)));
  }

  @Override
  public Optional<String> outcome(MunicipalityCode municipality, String messageId) {
    return rows.get(municipality, messageId)
        .map(row -> row.outcome == null && !lives(row.arrival) ? "erased" : row.outcome);
  }

  Stream<Arrival> waiting() {
    return rows.all().stream()
        .filter(row -> row.outcome == null)
        .map(Row::arrival)
        .filter(this::lives);
  }

  private boolean lives(Arrival arrival) {
    return lives(arrival.municipality(), arrival.conversationId());
  }

  /** The door of a living conversation. */
  String channel(String conversationId, MunicipalityCode municipality) {
    return conversations.find(municipality, conversationId).orElseThrow().channel();
  }

  /** Whether there is such a conversation, not erased. */
  boolean lives(MunicipalityCode municipality, String conversationId) {
    return conversations.find(municipality, conversationId).isPresent();
  }

  private static Arrival storable(Arrival a) {
    return new Arrival(
        a.municipality(),
        a.conversationId(),
        a.messageId(),
        a.channel(),
        a.sentAt(),
        a.receivedAt(),
        StorableText.of(a.payload()));
  }
}
