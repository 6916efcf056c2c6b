package madoguchi.knowledge.faq;

import org.jspecify.annotations.Nullable;

/**
 * A row that cannot be taken over.
 *
 * @param row counted as in Excel: the header is row 1
 * @param column the heading of the column, such as 公開日 (valid_from); null: the row as a whole
 * @param reason a Japanese sentence for the person who wrote the row
 */
public record Refusal(int row, @Nullable String column, String reason) {

  /** All three in one line: {@code 12行目 公開日 (valid_from): …}. */
  public String sentence() {
    return row + "行目" + (column == null ? "" : " " + column) + ": " + reason;
  }
}
