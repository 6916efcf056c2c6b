package madoguchi.knowledge.index;

import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.WordLines;

/**
 * Whether a text says that something is not: 「住民票はいらない」. By the patterns of {@code negations.txt}.
 */
final class Negation {

  private static final Pattern ANY =
      Pattern.compile(String.join("|", WordLines.of("/madoguchi/text/negations.txt")));

  private Negation() {}

  static boolean isIn(String text) {
    return ANY.matcher(JapaneseText.normalise(text)).find();
  }
}
