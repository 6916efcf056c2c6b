package madoguchi.channel.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of a webhook with the instant of its receipt, from which its reply token lives. Reads
 * the envelope only, and trusts no field of it to be there or of the right kind.
 */
record ReceivedEvent(Instant receivedAt, JsonNode event) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern EVENT_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final Instant EARLIEST = Instant.parse("2011-06-23T00:00:00Z"); // LINE's first day

  /** LINE gives a minute; a little is left for the way there. */
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(55);

  /** A redelivered event's token lives for a minute again, but not after this. */
  private static final Duration TOKEN_END = Duration.ofMinutes(20);

  /** The form in which an arrival keeps it. */
  String toPayload() {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("receivedAt", receivedAt.toEpochMilli());
    payload.set("event", event);
    return JSON.writeValueAsString(payload);
  }

  static ReceivedEvent ofPayload(String payload) {
    JsonNode root = JSON.readTree(payload);
    return new ReceivedEvent(
        Instant.ofEpochMilli(root.path("receivedAt").longValue()), root.path("event"));
  }

  /** The same for the same event, however often it is delivered. */
  String messageId() {
    String id = text(event.path("webhookEventId"));
    return "line:" + (EVENT_ID.matcher(id).matches() ? id : Sha256.of(event.toString()));
  }

  /** By LINE's clock; by ours when the event does not say or says nonsense. */
  Instant sentAt() {
    JsonNode timestamp = event.path("timestamp");
    if (!timestamp.isIntegralNumber() || !timestamp.canConvertToLong()) {
      return receivedAt;
    }
    Instant sent = Instant.ofEpochMilli(timestamp.longValue());
    boolean sane = !sent.isBefore(EARLIEST) && sent.isBefore(receivedAt.plus(Duration.ofDays(1)));
    return sane ? sent : receivedAt;
  }

  /** LINE's id of the user, group or room; {@code system} when nobody is behind the event. */
  String chat() {
    JsonNode source = event.path("source");
    String id =
        switch (text(source.path("type"))) {
          case "group" -> text(source.path("groupId"));
          case "room" -> text(source.path("roomId"));
          default -> text(source.path("userId"));
        };
    return id.isBlank() ? "system" : id;
  }

  String type() {
    return text(event.path("type"));
  }

  /** Whether a single resident is behind it, and not a group. */
  boolean isFromOne() {
    return text(event.path("source").path("type")).equals("user") && !chat().equals("system");
  }

  /** LINE's own id of the message that the event brings. */
  Optional<String> lineMessageId() {
    return lineId(event.path("message").path("id"));
  }

  /** LINE's own id of the message that the event takes back. */
  Optional<String> unsentMessageId() {
    return type().equals("unsend")
        ? lineId(event.path("unsend").path("messageId"))
        : Optional.empty();
  }

  private static Optional<String> lineId(JsonNode node) {
    return Optional.of(text(node)).filter(EVENT_ID.asMatchPredicate());
  }

  Optional<String> replyToken() {
    return Optional.of(text(event.path("replyToken"))).filter(token -> !token.isBlank());
  }

  Instant replyTokenExpiresAt() {
    Instant end = receivedAt.plus(TOKEN_LIFE);
    boolean redelivered = event.path("deliveryContext").path("isRedelivery").asBoolean(false);
    Instant last = sentAt().plus(TOKEN_END);
    return redelivered && last.isBefore(end) ? last : end;
  }

  /** Whether this bot has the word; in {@code standby} another service of the town has it. */
  boolean isForUs() {
    JsonNode mode = event.path("mode");
    return event.isObject() && (mode.isMissingNode() || text(mode).equals("active"));
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
