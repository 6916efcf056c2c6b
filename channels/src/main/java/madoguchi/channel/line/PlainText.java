package madoguchi.channel.line;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What most events are: the text of a single resident, with nothing in it that could be read in
 * more than one way. Such an event is read without the SDK's model.
 */
final class PlainText {

  private static final Set<String> OF_EVENT =
      Set.of("type", "mode", "webhookEventId", "replyToken");
  private static final Set<String> OF_SOURCE = Set.of("type", "userId");
  private static final Set<String> OF_MESSAGE =
      Set.of("type", "id", "text", "quoteToken", "quotedMessageId", "markAsReadToken");

  private PlainText() {}

  /** Null when the event is anything else, or when it is not sure. */
  static @Nullable String of(JsonNode event) {
    JsonNode source = event.path("source");
    JsonNode message = event.path("message");
    boolean plain =
        is("message", event)
            && is("user", source)
            && is("text", message)
            && holdsOnlyTexts(source, OF_SOURCE)
            && holdsOnlyTexts(message, OF_MESSAGE)
            && event.properties().stream().allMatch(PlainText::isAsDescribed);
    return plain && message.has("text") ? message.path("text").stringValue() : null;
  }

  private static boolean is(String type, JsonNode node) {
    return node.path("type").isString() && node.path("type").stringValue().equals(type);
  }

  private static boolean isAsDescribed(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    return switch (field.getKey()) {
      case "source", "message" -> true;
      case "timestamp" -> value.isIntegralNumber() && value.canConvertToLong();
      case "deliveryContext" -> value.size() == 1 && value.path("isRedelivery").isBoolean();
      default -> OF_EVENT.contains(field.getKey()) && value.isString();
    };
  }

  private static boolean holdsOnlyTexts(JsonNode node, Set<String> names) {
    return node.properties().stream()
        .allMatch(field -> names.contains(field.getKey()) && field.getValue().isString());
  }
}
