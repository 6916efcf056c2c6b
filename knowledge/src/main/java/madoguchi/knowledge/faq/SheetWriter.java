package madoguchi.knowledge.faq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns entries into the rows of a table. */
final class SheetWriter {

  private SheetWriter() {}

  /** The headings and all rows, in the order of {@link FaqColumn}. */
  static List<List<String>> texts(Collection<FaqEntry> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(FaqColumn.values()).map(FaqColumn::heading).toList());
    for (FaqEntry entry : entries) {
      rows.add(Arrays.stream(FaqColumn.values()).map(column -> text(entry, column)).toList());
    }
    return rows;
  }

  static String text(FaqEntry entry, FaqColumn column) {
    return CellText.clean(
        switch (column) {
          case ID -> entry.id();
          case QUESTION -> entry.question();
          case ANSWER -> entry.answer();
          case PHRASINGS -> String.join("\n", entry.phrasings());
          case CATEGORY -> orEmpty(entry.category());
          case DEPARTMENT -> orEmpty(entry.department());
          case SOURCE_URL -> orEmpty(entry.sourceUrl());
          case VALID_FROM -> orEmpty(entry.validFrom());
          case VALID_UNTIL -> orEmpty(entry.validUntil());
          case STATE -> StateWord.of(entry.state());
          case AUDIENCE -> StateWord.of(entry.audience());
        });
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
