package madoguchi.knowledge.faq;

import java.util.List;
import java.util.Set;

/**
 * What an FAQ file says.
 *
 * @param columns those that the file has
 * @param rows the good ones, in the order of the file
 * @param refused the others, in the order of the file
 * @param ignored headings that mean nothing here, for a word of warning
 */
public record FaqSheet(
    Set<FaqColumn> columns, List<FaqRow> rows, List<Refusal> refused, List<String> ignored) {

  public FaqSheet {
    columns = Set.copyOf(columns);
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
    ignored = List.copyOf(ignored);
  }
}
