package madoguchi.channel.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipality;

/** The settings of a town that the web chat reads, and what each may hold. */
public enum TownSetting {

  /** The sites on which the chat may live, a comma between two. */
  ALLOWED_ORIGINS("web.allowed-origins", value -> origins(value).allMatch(Origins::isOrigin)),

  /** The key colour as {@code #rrggbb}; white text on it must be legible. */
  COLOUR("web.colour", value -> KeyColour.of(value).isPresent()),

  /** The heading of the first view. */
  GREETING("web.greeting", value -> isShort(value, 80)),

  /** Questions to press on the first view, one a line or a | between two. */
  FIRST_QUESTIONS(
      "web.first-questions",
      value -> list(value).size() <= 8 && list(value).stream().allMatch(q -> isShort(q, 100))),

  /** A picture beside the town's name: a PNG in base64. */
  ICON("web.icon", value -> TownIcon.of(value).isPresent()),

  /** Whether questions are offered while one types. */
  COMPLETIONS("web.completions", value -> List.of("on", "off").contains(value.strip()));

  private static final Pattern SEPARATOR = Pattern.compile("\\R|\\|");

  private final String key;
  private final Predicate<String> rule;

  TownSetting(String key, Predicate<String> rule) {
    this.key = key;
    this.rule = rule;
  }

  /** The name by which it is stored. */
  public String key() {
    return key;
  }

  /** The setting of that name. */
  public static Optional<TownSetting> named(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** Whether it may hold this; empty is always allowed and means what holds without it. */
  public boolean accepts(String value) {
    return value.isBlank() || rule.test(value);
  }

  /** What it may hold, as a sentence for who sets it. */
  public String rule() {
    return new PageWords().say("setting." + key);
  }

  /** What the town has set. */
  Optional<String> of(Municipality town) {
    return town.setting(key);
  }

  /** A list's parts without empty ones. */
  static List<String> list(String value) {
    return SEPARATOR
        .splitAsStream(value)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Stream<String> origins(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty());
  }

  private static boolean isShort(String value, int most) {
    return value.codePointCount(0, value.length()) <= most
        && value.codePoints().noneMatch(Character::isISOControl);
  }
}
