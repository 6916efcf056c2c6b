package madoguchi.knowledge.faq;

import java.util.List;

/**
 * A row of a table, whatever file it came from.
 *
 * @param number counted as in Excel: the first row is 1
 */
record TableRow(int number, List<TableCell> cells) {

  TableRow {
    cells = List.copyOf(cells);
  }

  /** The cell in that column; beyond the end of the row all are empty. */
  TableCell cell(int column) {
    return column < cells.size() ? cells.get(column) : TableCell.EMPTY;
  }

  boolean isBlank() {
    return cells.stream().allMatch(TableCell::isBlank);
  }
}
