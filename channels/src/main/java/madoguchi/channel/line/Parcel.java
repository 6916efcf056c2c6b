package madoguchi.channel.line;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import madoguchi.bot.town.Municipality;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A delivery as it came.
 *
 * @param text the body, or its Base64 when it is no UTF-8
 */
record Parcel(String text, boolean isBase64, String signature, String contentType) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Parcel of(byte[] body, String signature, String contentType) {
    String text = new String(body, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
        ? new Parcel(text, false, signature, contentType)
        : new Parcel(Base64.getEncoder().encodeToString(body), true, signature, contentType);
  }

  byte[] body() {
    return isBase64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As if a message of a chat had never been in it: signed anew with the town's secret, for the old
   * signature is of the old bytes. Empty when nothing else is in it.
   */
  Optional<Parcel> without(Municipality town, String chat, String lineMessageId) {
    JsonNode delivery = JSON.readTree(body());
    ArrayNode kept = JSON.createArrayNode();
    for (JsonNode event : delivery.path("events")) {
      ReceivedEvent received = new ReceivedEvent(Instant.EPOCH, event);
      boolean gone =
          received.chat().equals(chat)
              && received.lineMessageId().filter(lineMessageId::equals).isPresent();
      if (!gone) {
        kept.add(event);
      }
    }
    if (kept.isEmpty() || !(delivery instanceof ObjectNode rest)) {
      return Optional.empty();
    }
    byte[] body = JSON.writeValueAsBytes(rest.set("events", kept));
    return LineSignature.of(town, body).map(signed -> of(body, signed, contentType));
  }

  String toPayload() {
    return JSON.writeValueAsString(this);
  }

  static Parcel ofPayload(String payload) {
    return JSON.readValue(payload, Parcel.class);
  }
}
