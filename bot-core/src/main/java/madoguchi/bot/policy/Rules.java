package madoguchi.bot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain rules for what must not be left to a search: {@code madoguchi/rules_ja.tsv}. */
final class Rules {

  private static final String RESOURCE = "/madoguchi/rules_ja.tsv";
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private static final Pattern SENTENCE_END = Pattern.compile("[。．.！!？?\\n]+");

  private final List<Rule> rules;

  private record Rule(String name, Pattern pattern) {}

  private Rules(List<Rule> rules) {
    this.rules = rules;
  }

  static Rules standard() {
    try (InputStream in =
        Objects.requireNonNull(Rules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new Rules(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .map(parts -> new Rule(parts[0], Pattern.compile(parts[1])))
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same, and if no rule matches the whole, of the first of its sentences that one matches. */
  Optional<String> matchAny(String family, String text) {
    return match(family, text)
        .or(
            () ->
                SENTENCE_END
                    .splitAsStream(text)
                    .flatMap(sentence -> match(family, sentence).stream())
                    .findFirst());
  }

  /** What follows the family's name in the first rule of that family that matches. */
  Optional<String> match(String family, String text) {
    String plain =
        SPACE
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    return rules.stream()
        .filter(rule -> rule.name.equals(family) || rule.name.startsWith(family + '.'))
        .filter(rule -> rule.pattern.matcher(plain).find())
        .map(rule -> rule.name.substring(Math.min(rule.name.length(), family.length() + 1)))
        .findFirst();
  }
}
