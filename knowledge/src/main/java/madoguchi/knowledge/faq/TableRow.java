package madoguchi.knowledge.faq;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, whatever file it came from.
 *
 * @param number counted as in Excel: the first row is 1
 */
record TableRow(int number, List<Cell> cells) {

  TableRow {
    cells = List.copyOf(cells);
  }

  /**
   * What stands in one cell.
   *
   * @param text as a person reads it
   * @param date the day, when Excel says that it is one
   * @param fault why it cannot be read, as a sentence
   */
  record Cell(String text, @Nullable LocalDate date, @Nullable String fault) {

    static final Cell EMPTY = new Cell("", null, null);

    static Cell of(String text) {
      return text.isEmpty() ? EMPTY : new Cell(text, null, null);
    }

    /** Whether Excel shows it as a day, so that what was typed can no longer be told. */
    boolean isDay() {
      return date != null && text.equals(date.toString());
    }

    boolean isBlank() {
      return fault == null && date == null && text.isBlank();
    }
  }

  /** The cell in that column; beyond the end of the row all are empty. */
  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  boolean isBlank() {
    return cells.stream().allMatch(Cell::isBlank);
  }
}
