package madoguchi.knowledge.index;

import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.WordLines;

/**
 * Whether a text says for which day it asks: 「燃えるごみ明日？」. Such a word is no term, but more than a
 * name. By the patterns of {@code days.txt}.
 */
final class Days {

  private static final Pattern ANY =
      Pattern.compile(String.join("|", WordLines.of("/madoguchi/text/days.txt")));

  private Days() {}

  static boolean areIn(String text) {
    return ANY.matcher(JapaneseText.normalise(text)).find();
  }
}
