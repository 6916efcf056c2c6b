package madoguchi.knowledge.faq;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell.
 *
 * @param text as a person reads it
 * @param date the day, when Excel says that it is one
 * @param fault why it cannot be read, as a sentence
 */
record TableCell(String text, @Nullable LocalDate date, @Nullable String fault) {

  static final TableCell EMPTY = new TableCell("", null, null);

  static TableCell of(String text) {
    return text.isEmpty() ? EMPTY : new TableCell(text, null, null);
  }

  /** Whether Excel shows it as a day, so that what was typed can no longer be told. */
  boolean isDay() {
    return date != null && text.equals(date.toString());
  }

  boolean isBlank() {
    return fault == null && date == null && text.isBlank();
  }
}
