package madoguchi.channel.line;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Splits a webhook into its events, so that one that is broken spoils no other. */
final class WebhookBody {

  private static final JsonMapper JSON = JsonMapper.shared();

  private WebhookBody() {}

  /**
   * The events as they stand, also those that are null or of an unknown kind.
   *
   * @param botUserId whom the webhook must be for; empty: not checked
   */
  static List<JsonNode> events(byte[] body, Optional<String> botUserId) throws Refused {
    JsonNode root = parse(body);
    JsonNode events = root.path("events");
    if (!root.isObject() || !events.isArray()) {
      throw new Refused(Refusal.NOT_A_WEBHOOK);
    }
    if (botUserId.isPresent() && !botUserId.get().equals(text(root.path("destination")))) {
      throw new Refused(Refusal.OTHER_BOT);
    }
    return List.copyOf(events.values());
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }

  private static JsonNode parse(byte[] body) throws Refused {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      throw new Refused(Refusal.NOT_A_WEBHOOK);
    }
  }
}
