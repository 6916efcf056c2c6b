package madoguchi.channel.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    return RoughSizes.surelyFit(message) || fitAsJson(message);
  }

  /** To the byte: it costs more than all else that is done to compose a message. */
  static boolean fitAsJson(Message message) {
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
    return isLabel(action.path("label").asText())
        && switch (action.path("type").asText()) {
          case "postback" ->
              isWithin(action.path("data"), DATA)
                  && action.path("displayText").asText().length() <= DATA;
          case "uri" -> isWithin(action.path("uri"), URI);
          default -> false;
        };
  }

  static boolean isLabel(@Nullable String label) {
    // No text has more clusters than units.
    return label != null
        && !label.isBlank()
        && (label.length() <= LABEL || clusters(label) <= LABEL);
  }

  private static boolean isWithin(JsonNode text, int most) {
    return isWithin(text.asText(), most);
  }

  static boolean isWithin(@Nullable String text, int most) {
    return text != null && !text.isBlank() && text.length() <= most;
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
