package madoguchi.channel.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * LINE's sizes, checked before anything is sent: a reply that LINE refuses for its size would leave
 * the resident without an answer. Texts count in UTF-16 units, labels in grapheme clusters; what
 * counts in clusters is held to the same number of units where there is room to.
 */
final class Sizes {

  static final int MESSAGES = 5;
  static final int TEXT = 5_000;
  static final int ALT_TEXT = 1_500;
  static final int QUICK_REPLIES = 13;
  static final int LABEL = 20;
  static final int DATA = 300;
  static final int URI = 1_000;

  /** In bytes of JSON. */
  static final int BUBBLE = 30_000;

  private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();

  private Sizes() {}

  /** Whether LINE takes a message of these sizes. */
  static boolean fit(Message message) {
    JsonNode node = JSON.valueToTree(message);
    JsonNode items = node.path("quickReply").path("items");
    return items.size() <= QUICK_REPLIES
        && actionsFit(node)
        && switch (node.path("type").asText()) {
          case "text" -> isWithin(node.path("text"), TEXT);
          case "flex" ->
              isWithin(node.path("altText"), ALT_TEXT)
                  && node.path("contents").toString().getBytes(StandardCharsets.UTF_8).length
                      <= BUBBLE;
          default -> false;
        };
  }

  /** Every action that the message holds, however deep. */
  private static boolean actionsFit(JsonNode node) {
    if (node.has("action") && !fits(node.path("action"))) {
      return false;
    }
    for (JsonNode child : node) {
      if (!actionsFit(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(JsonNode action) {
    String label = action.path("label").asText();
    // No text has more clusters than units.
    boolean labelled = !label.isBlank() && (label.length() <= LABEL || clusters(label) <= LABEL);
    return labelled
        && switch (action.path("type").asText()) {
          case "postback" ->
              isWithin(action.path("data"), DATA)
                  && action.path("displayText").asText().length() <= DATA;
          case "uri" -> isWithin(action.path("uri"), URI);
          default -> false;
        };
  }

  private static boolean isWithin(JsonNode text, int most) {
    String value = text.asText();
    return !value.isBlank() && value.length() <= most;
  }

  private static int clusters(String text) {
    BreakIterator iterator = BreakIterator.getCharacterInstance(Locale.JAPAN);
    iterator.setText(text);
    int count = 0;
    while (iterator.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
