package madoguchi.knowledge.faq;

import java.util.regex.Pattern;

/** The text of a cell as it is kept: the writer's words, without what no page could show. */
final class CellText {

  private static final Pattern LINE_END = Pattern.compile("\r\n?");

  private CellText() {}

  /** Line ends become one kind; control characters and lone surrogates are dropped. */
  static String clean(String text) {
    if (text.codePoints().allMatch(CellText::isKept)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    LINE_END
        .matcher(text)
        .replaceAll("\n")
        .codePoints()
        .filter(CellText::isKept)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isKept(int c) {
    return c >= ' '
        ? !Character.isISOControl(c)
            && Character.getType(c) != Character.SURROGATE
            && c != 0xFEFF
            && (c & 0xFFFE) != 0xFFFE
        : c == '\n' || c == '\t';
  }
}
