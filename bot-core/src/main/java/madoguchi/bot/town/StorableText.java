package madoguchi.bot.town;

/**
 * Text that every store can keep: well-formed Unicode without NUL, which PostgreSQL refuses in text
 * (its manual, 8.3 Character Types).
 */
public final class StorableText {

  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The same text with lone surrogates replaced by U+FFFD and NUL characters left out. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isLoneSurrogate(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isLoneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
