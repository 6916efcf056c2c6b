package madoguchi.knowledge.text;

/**
 * How a text is written, without what people leave out or vary: katakana as hiragana, no prolonged
 * marks, no other marks, no spaces. ごみ・リサイクル is ごみりさいくる.
 */
public final class WrittenKey {

  private WrittenKey() {}

  /**
   * The key of a text.
   *
   * @param text normalised by {@link JapaneseText#normalise}
   */
  public static String of(CharSequence text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != 'ー' && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        key.append(JapaneseText.hiragana(c));
      }
    }
    return key.toString();
  }

  /** Whether a text holds any kanji, so that its sound is not plain from its letters. */
  public static boolean hasKanji(String text) {
    return text.codePoints().anyMatch(JapaneseText::isKanji);
  }
}
