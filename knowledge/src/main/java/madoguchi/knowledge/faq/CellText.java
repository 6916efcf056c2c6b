package madoguchi.knowledge.faq;

import java.util.regex.Pattern;

/** The text of a cell as it is kept: the writer's words, without what no page could show. */
final class CellText {

  private static final Pattern LINE_END = Pattern.compile("\r\n?");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\uFFFE\uFFFF\uFEFF]|\\p{Cs}");

  private CellText() {}

  /** Line ends become one kind; control characters and lone surrogates are dropped. */
  static String clean(String text) {
    return INVISIBLE.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
  }
}
