package madoguchi.bot.answer;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a citizen did without words (a sticker, a photo, a vote), as it stands in the conversation.
 */
public final class Deeds {

  private static final String SENT = "sent.";
  private static final String OTHER = SENT + "other";

  private final Map<String, String> byName;
  private final Set<String> pressed;
  private final Set<String> sent;

  Deeds(Map<String, String> sentences) {
    this.byName = sentences;
    this.pressed = named("vote.");
    this.sent = named(SENT);
  }

  private Set<String> named(String prefix) {
    return byName.entrySet().stream()
        .filter(sentence -> sentence.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The line for a deed; of one without a line of its own, that something came. */
  public String name(String deed) {
    return Objects.requireNonNull(byName.getOrDefault(deed, byName.get(OTHER)), OTHER);
  }

  /** Whether a line of the conversation was a deed and no words of the citizen's. */
  public boolean isDeed(String line) {
    return pressed.contains(line) || sent.stream().anyMatch(line::startsWith);
  }
}
