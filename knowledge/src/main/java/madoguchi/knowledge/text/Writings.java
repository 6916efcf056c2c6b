package madoguchi.knowledge.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How what a rule is about may be written: as it stands there, and as it is typed in haste, without
 * its particles (お金がない, お金ない). A rule with two terms or more needs the latter not, since its terms
 * are found with or without particles between them.
 */
final class Writings {

  private static final int FOUND_BY_TERMS = 2;

  /** Behind kanji or katakana, where kana begin another word. */
  private static final Pattern PARTICLE = Pattern.compile("(?<=[\\p{IsHan}ァ-ヶー])[がをはも](?=.)");

  private Writings() {}

  /** All writings of a phrase, each once, joined and in hiragana for katakana. */
  static List<String> of(String phrase, int terms) {
    String normalised = JapaneseText.normalise(phrase);
    String whole = joined(normalised);
    String hasty =
        terms < FOUND_BY_TERMS ? joined(PARTICLE.matcher(normalised).replaceAll("")) : whole;
    return hasty.equals(whole) ? List.of(whole) : List.of(whole, hasty);
  }

  private static String joined(String normalised) {
    StringBuilder out = new StringBuilder();
    JapaneseText.hiragana(normalised)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
