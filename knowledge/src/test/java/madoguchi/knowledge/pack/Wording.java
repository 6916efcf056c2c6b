package madoguchi.knowledge.pack;

import madoguchi.knowledge.text.JapaneseText;

/** When two wordings are the same: width, case, spaces and punctuation do not count. */
final class Wording {

  private Wording() {}

  static String plain(String text) {
    return JapaneseText.normalise(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
