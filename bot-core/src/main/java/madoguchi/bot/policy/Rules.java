package madoguchi.bot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.knowledge.text.PatternSet;

/** Plain rules for what must not be left to a search: {@code madoguchi/rules_ja.tsv}. */
final class Rules {

  private static final String RESOURCE = "/madoguchi/rules_ja.tsv";
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private static final Pattern SENTENCE_END = Pattern.compile("[。．.！!？?\\n]+");

  private final Map<String, Family> families;

  /**
   * The rules of a family in their order.
   *
   * @param kinds what follows the family's name in each
   */
  private record Family(List<String> kinds, PatternSet patterns) {

    static Family of(List<String[]> rules) {
      return new Family(
          rules.stream().map(cells -> cells[0].replaceFirst("^[^.]*\\.?", "")).toList(),
          new PatternSet(rules.stream().map(cells -> cells[1]).toList()));
    }

    Optional<String> match(String plain) {
      long found = patterns.foundIn(plain);
      return found == 0
          ? Optional.empty()
          : Optional.of(kinds.get(Long.numberOfTrailingZeros(found)));
    }
  }

  private Rules(Map<String, Family> families) {
    this.families = families;
  }

  static Rules standard() {
    try (InputStream in =
        Objects.requireNonNull(Rules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new Rules(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .collect(
                  Collectors.groupingBy(
                      cells -> cells[0].replaceFirst("\\..*", ""),
                      Collectors.collectingAndThen(Collectors.toList(), Family::of))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same, and if no rule matches the whole, of the first of its sentences that one matches. */
  Optional<String> matchAny(String family, String text) {
    Family rules = family(family);
    String whole = plain(text);
    if (!rules.patterns.mayBeIn(whole)) {
      return Optional.empty();
    }
    return rules
        .match(whole)
        .or(
            () ->
                SENTENCE_END
                    .splitAsStream(text)
                    .flatMap(sentence -> rules.match(plain(sentence)).stream())
                    .findFirst());
  }

  /** What follows the family's name in the first rule of that family that matches. */
  Optional<String> match(String family, String text) {
    return family(family).match(plain(text));
  }

  private Family family(String name) {
    return Objects.requireNonNull(families.get(name), name);
  }

  private static String plain(String text) {
    return SPACE
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .replaceAll("");
  }
}
