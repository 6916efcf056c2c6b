package madoguchi.channel.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Errand;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import tools.jackson.databind.JsonNode;

/**
 * What an event changes beside the talk: a message is taken back, a resident leaves or comes back,
 * something attached is to be fetched, an answer was of use or not. Within the commit of its turn.
 */
final class Consequences {

  private static final Set<String> GOES = Set.of("unfollow", "leave");
  private static final Set<String> COMES = Set.of("follow", "join");

  /** LINE keeps what was sent for a while; after this it is not asked for any more. */
  private static final Duration FETCHED_WITHIN = Duration.ofHours(24);

  private final Municipalities municipalities;
  private final LineStores stores;
  private final Votes votes;
  private final Forwards forwards;

  Consequences(Municipalities municipalities, LineStores stores, Votes votes, Forwards forwards) {
    this.municipalities = municipalities;
    this.stores = stores;
    this.votes = votes;
    this.forwards = forwards;
  }

  /** False when the message was taken back. */
  boolean of(Arrival arrival, ReceivedEvent event, Supplier<Reading> reading, Instant now) {
    event
        .unsentMessageId()
        .ifPresent(
            id -> {
              stores
                  .conversations()
                  .takeBack(arrival.municipality(), arrival.conversationId(), id, now);
              takeOut(arrival, event, id);
            });
    if (GOES.contains(event.type()) || COMES.contains(event.type())) {
      stores
          .conversations()
          .left(arrival.municipality(), arrival.conversationId(), GOES.contains(event.type()));
    }
    if (event.type().equals("postback") && reading.get().said() instanceof Said.Voted vote) {
      votes.take(arrival, vote);
    }
    return event.lineMessageId().map(id -> message(arrival, event, id, now)).orElse(true);
  }

  private boolean message(Arrival arrival, ReceivedEvent event, String lineId, Instant now) {
    boolean wanted =
        stores
            .conversations()
            .named(
                arrival.municipality(), arrival.conversationId(), lineId, arrival.messageId(), now);
    if (wanted) {
      municipalities
          .find(arrival.municipality())
          .filter(town -> isToBeFetched(event, town))
          .ifPresent(town -> fetch(arrival, event, lineId, town, now));
    } else {
      takeOut(arrival, event, lineId);
    }
    return wanted;
  }

  /** Of what waits to go on to another service. */
  private void takeOut(Arrival arrival, ReceivedEvent event, String lineId) {
    municipalities
        .find(arrival.municipality())
        .ifPresent(town -> forwards.forget(town, event.chat(), lineId));
  }

  private static boolean isToBeFetched(ReceivedEvent event, Municipality town) {
    JsonNode message = event.event().path("message");
    String provider = message.path("contentProvider").path("type").asString("line");
    return event.isForUs()
        && event.isFromOne()
        && Reading.isKept(message.path("type").asString(""))
        && provider.equals("line")
        && new LineSettings(town).keepsAttachments();
  }

  private void fetch(
      Arrival arrival, ReceivedEvent event, String lineId, Municipality town, Instant now) {
    JsonNode message = event.event().path("message");
    stores
        .attachments()
        .expect(
            Attachment.awaited(
                arrival.municipality(),
                arrival.conversationId(),
                arrival.messageId(),
                message.path("type").asString(""),
                Cut.toUnits(message.path("fileName").asString(""), 200),
                arrival.sentAt(),
                now.plus(new LineSettings(town).attachmentsLive())));
    stores
        .errands()
        .add(
            Errand.of(
                arrival.municipality(),
                arrival.messageId() + "#content",
                ContentRunner.KIND,
                arrival.conversationId(),
                0,
                now,
                now.plus(FETCHED_WITHIN),
                lineId));
  }
}
