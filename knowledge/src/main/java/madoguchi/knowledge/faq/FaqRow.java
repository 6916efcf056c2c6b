package madoguchi.knowledge.faq;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an FAQ file whose cells are in order. What stands in a column that the file does not
 * have means nothing.
 *
 * @param number counted as in Excel: the header is row 1
 * @param state null: the cell is empty, or there is no such column
 */
public record FaqRow(
    int number,
    String id,
    String question,
    List<String> phrasings,
    String answer,
    @Nullable String category,
    @Nullable String department,
    @Nullable String sourceUrl,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable FaqState state,
    Audience audience) {

  public FaqRow {
    phrasings = List.copyOf(phrasings);
  }
}
