package madoguchi.channel.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.town.Municipality;

/**
 * Which deliveries go on to another service of the town: by default each that holds an event to
 * which this bot has nothing to say. They are stored before LINE gets its 200, and sent later.
 */
final class Forwards {

  private static final Duration TRIED_FOR = Duration.ofDays(1);
  private static final String ALL = "all";
  private static final String UNHANDLED = "unhandled";

  private final Errands errands;
  private final EventReader reader;

  Forwards(Errands errands, EventReader reader) {
    this.errands = errands;
    this.reader = reader;
  }

  /** Stores the delivery if it is one that goes on. */
  void consider(
      Municipality town, List<ReceivedEvent> events, Supplier<Parcel> parcel, Instant now) {
    LineSettings settings = new LineSettings(town);
    if (settings.forwardUrl().isPresent() && goesOn(events, settings.forwardEvents())) {
      errands.add(
          Errand.of(
              town.code(),
              "forward:" + id(events),
              ForwardRunner.KIND,
              "",
              0,
              now,
              now.plus(TRIED_FOR),
              parcel.get().toPayload()),
          events.stream().flatMap(event -> event.lineMessageId().stream()).toList());
    }
  }

  /** Takes out of what still waits to go on what was taken back in a chat. */
  void forget(Municipality town, String chat, String lineMessageId) {
    errands.amend(
        town.code(),
        ForwardRunner.KIND,
        lineMessageId,
        payload ->
            Parcel.ofPayload(payload)
                .without(town, chat, lineMessageId)
                .map(Parcel::toPayload)
                .orElse(""));
  }

  private boolean goesOn(List<ReceivedEvent> events, Set<String> wanted) {
    return wanted.contains(ALL)
        || events.stream()
            .anyMatch(
                event ->
                    wanted.contains(event.type())
                        || wanted.contains(UNHANDLED) && reader.read(event, true).said() == null);
  }

  /** The same for the same events, so that what LINE delivers again goes on once. */
  private static String id(List<ReceivedEvent> events) {
    return Sha256.of(
        events.stream().map(ReceivedEvent::messageId).sorted().collect(Collectors.joining(" ")));
  }
}
