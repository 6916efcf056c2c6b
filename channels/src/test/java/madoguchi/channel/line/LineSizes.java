package madoguchi.channel.line;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** LINE's sizes, checked as LINE does, apart from the code that keeps within them. */
final class LineSizes {

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private LineSizes() {}

  /** What is wrong with the messages of a reply; null: nothing. */
  static @Nullable String complaint(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty() || messages.size() > 5) {
      return "messages: size must be between 1 and 5";
    }
    for (JsonNode message : messages) {
      String text = message.path("text").asString("");
      if (!message.path("type").asString("").equals("text")) {
        return "messages.type: unknown";
      }
      if (text.isBlank() || text.length() > 5_000) {
        return "messages.text: length must be between 1 and 5000";
      }
      JsonNode items = message.path("quickReply").path("items");
      if (message.has("quickReply") && (items.isEmpty() || items.size() > 13)) {
        return "quickReply.items: size must be between 1 and 13";
      }
      for (JsonNode item : items) {
        String wrong = complaintOfAction(item.path("action"));
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return null;
  }

  private static @Nullable String complaintOfAction(JsonNode action) {
    long clusters = CLUSTER.matcher(action.path("label").asString("")).results().count();
    if (clusters < 1 || clusters > 20) {
      return "action.label: length must be between 1 and 20";
    }
    if (action.path("data").asString("").isEmpty()
        || action.path("data").asString().length() > 300) {
      return "action.data: length must be between 1 and 300";
    }
    return action.path("displayText").asString("").length() > 300
        ? "action.displayText: length must be at most 300"
        : null;
  }
}
