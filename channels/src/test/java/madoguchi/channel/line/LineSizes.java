package madoguchi.channel.line;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** LINE's sizes and its documented components, apart from the code that keeps within them. */
final class LineSizes {

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?");
  private static final Set<String> TEXT_SIZES =
      Set.of("xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl");
  private static final Set<String> SPACES = Set.of("none", "xs", "sm", "md", "lg", "xl", "xxl");

  private LineSizes() {}

  /** What is wrong with the messages of a reply; null: nothing. */
  static @Nullable String complaint(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty() || messages.size() > 5) {
      return "messages: size must be between 1 and 5";
    }
    for (JsonNode message : messages) {
      String wrong =
          switch (message.path("type").asString("")) {
            case "text" -> complaintOfText(message.path("text").asString(""), "text", 5_000);
            case "flex" -> complaintOfFlex(message);
            default -> "messages.type: unknown";
          };
      wrong = wrong == null ? complaintOfQuickReply(message) : wrong;
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private static @Nullable String complaintOfText(String text, String name, int most) {
    return text.isBlank() || text.length() > most
        ? "messages." + name + ": length must be between 1 and " + most
        : null;
  }

  private static @Nullable String complaintOfQuickReply(JsonNode message) {
    JsonNode items = message.path("quickReply").path("items");
    if (message.has("quickReply")
        && !message.path("quickReply").isNull()
        && (items.isEmpty() || items.size() > 13)) {
      return "quickReply.items: size must be between 1 and 13";
    }
    for (JsonNode item : items) {
      String wrong = complaintOfAction(item.path("action"));
      if (wrong != null || !item.path("type").asString("").equals("action")) {
        return wrong == null ? "quickReply.items.type: unknown" : wrong;
      }
    }
    return null;
  }

  private static @Nullable String complaintOfFlex(JsonNode message) {
    String wrong = complaintOfText(message.path("altText").asString(""), "altText", 1_500);
    JsonNode bubble = message.path("contents");
    if (wrong != null) {
      return wrong;
    }
    if (bubble.toString().getBytes(StandardCharsets.UTF_8).length > 30 * 1_024) {
      return "bubble: must be at most 30 KB";
    }
    if (!bubble.path("type").asString("").equals("bubble")) {
      return "contents.type: unknown";
    }
    for (String block : List.of("header", "body", "footer")) {
      JsonNode box = bubble.path(block);
      if (!box.isMissingNode() && !box.isNull()) {
        wrong =
            box.path("type").asString("").equals("box") ? complaintOfPart(box) : block + ": no box";
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return null;
  }

  private static @Nullable String complaintOfPart(JsonNode part) {
    return switch (part.path("type").asString("")) {
      case "box" -> complaintOfBox(part);
      case "text" -> complaintOfTextPart(part);
      case "button" ->
          Set.of("primary", "secondary", "link").contains(part.path("style").asString("link"))
              ? complaintOfAction(part.path("action"))
              : "button.style: unknown";
      case "separator" -> null;
      default -> "flex: unknown component";
    };
  }

  private static @Nullable String complaintOfBox(JsonNode box) {
    if (!Set.of("vertical", "horizontal", "baseline").contains(box.path("layout").asString(""))) {
      return "box.layout: unknown";
    }
    if (box.hasNonNull("spacing") && !SPACES.contains(box.path("spacing").asString(""))) {
      return "box.spacing: unknown";
    }
    for (JsonNode part : box.path("contents")) {
      String wrong = complaintOfPart(part);
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private static @Nullable String complaintOfTextPart(JsonNode text) {
    if (text.path("text").asString("").isEmpty() && text.path("contents").isEmpty()) {
      return "text: empty";
    }
    if (text.hasNonNull("size") && !TEXT_SIZES.contains(text.path("size").asString(""))) {
      return "text.size: unknown";
    }
    for (JsonNode span : text.path("contents")) {
      if (!span.path("type").asString("").equals("span")
          || span.path("text").asString("").isEmpty()) {
        return "text.contents: not a span";
      }
    }
    return text.hasNonNull("color") && !COLOUR.matcher(text.path("color").asString("")).matches()
        ? "text.color: unknown"
        : null;
  }

  private static @Nullable String complaintOfAction(JsonNode action) {
    long clusters = CLUSTER.matcher(action.path("label").asString("")).results().count();
    if (clusters < 1 || clusters > 20) {
      return "action.label: length must be between 1 and 20";
    }
    return switch (action.path("type").asString("")) {
      case "postback" -> {
        String data = action.path("data").asString("");
        yield data.isEmpty() || data.length() > 300
            ? "action.data: length must be between 1 and 300"
            : action.path("displayText").asString("").length() > 300
                ? "action.displayText: length must be at most 300"
                : null;
      }
      case "uri" -> complaintOfUri(action.path("uri").asString(""));
      case "message" -> complaintOfText(action.path("text").asString(""), "action.text", 300);
      default -> "action.type: unknown";
    };
  }

  private static @Nullable String complaintOfUri(String uri) {
    try {
      String scheme = String.valueOf(URI.create(uri).getScheme());
      boolean ascii = uri.chars().allMatch(c -> c > ' ' && c < 127);
      return ascii
              && uri.length() <= 1_000
              && Set.of("http", "https", "line", "tel").contains(scheme)
          ? null
          : "action.uri: invalid";
    } catch (IllegalArgumentException malformed) {
      return "action.uri: invalid";
    }
  }
}
