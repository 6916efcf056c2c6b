package madoguchi.channel.web;

/** What a resident typed, freed of what no keyboard types and no store or screen can bear. */
final class CleanText {

  private static final int REPLACEMENT = 0xFFFD;

  private CleanText() {}

  /**
   * The text without control characters (line ends become {@code \n}; tabs stay), marks that turn
   * the direction of what follows and invisible tags; half a surrogate pair becomes U+FFFD.
   */
  static String of(String typed) {
    StringBuilder clean = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .codePoints()
        .map(CleanText::readable)
        .filter(point -> point >= 0)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Whether nothing in the text can be seen. */
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                Character.isWhitespace(point)
                    || Character.isSpaceChar(point)
                    || Character.getType(point) == Character.FORMAT);
  }

  private static int readable(int point) {
    if (point == '\n' || point == '\t') {
      return point;
    }
    if (point == '\r' || point == 0x2028 || point == 0x2029) {
      return '\n';
    }
    boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    boolean isTag = point >= 0xE0000 && point <= 0xE007F;
    if (turns || isTag || Character.getType(point) == Character.CONTROL) {
      return -1;
    }
    return Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
  }
}
