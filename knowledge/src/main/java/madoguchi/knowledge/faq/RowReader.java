package madoguchi.knowledge.faq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row, and says of each bad cell what is wrong with it. */
final class RowReader {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_QUESTION = 500;
  private static final int LONGEST_PHRASING = 300;
  private static final int LONGEST_ANSWER = 5_000;
  private static final int LONGEST_NAME = 100;

  private final TableRow row;
  private final Map<FaqColumn, Integer> places;
  private final List<Refusal> refusals = new ArrayList<>();

  RowReader(TableRow row, Map<FaqColumn, Integer> places) {
    this.row = row;
    this.places = places;
  }

  /** What was wrong, after reading. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** The row, or empty when anything in it is refused. */
  Optional<FaqRow> read() {
    FaqRow read =
        new FaqRow(
            row.number(),
            required(FaqColumn.ID, LONGEST_ID).strip(),
            required(FaqColumn.QUESTION, LONGEST_QUESTION).strip(),
            phrasings(),
            required(FaqColumn.ANSWER, LONGEST_ANSWER),
            optional(FaqColumn.CATEGORY, text -> shorterThan(LONGEST_NAME, text)),
            optional(FaqColumn.DEPARTMENT, text -> shorterThan(LONGEST_NAME, text)),
            optional(FaqColumn.SOURCE_URL, this::address),
            date(FaqColumn.VALID_FROM),
            date(FaqColumn.VALID_UNTIL),
            optional(FaqColumn.STATE, StateWord::state),
            audience());
    if (read.validFrom() != null
        && read.validUntil() != null
        && read.validUntil().isBefore(read.validFrom())) {
      refuse(FaqColumn.VALID_UNTIL, "終了日が公開日より前です");
    }
    return refusals.isEmpty() ? Optional.of(read) : Optional.empty();
  }

  private String required(FaqColumn column, int longest) {
    String text = text(column);
    if (text.isBlank() && refusals.stream().noneMatch(r -> column.title().equals(r.column()))) {
      refuse(column, "空です");
    }
    checkLength(column, text.strip(), longest);
    return text;
  }

  private List<String> phrasings() {
    List<String> lines =
        text(FaqColumn.PHRASINGS).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    lines.forEach(line -> checkLength(FaqColumn.PHRASINGS, line, LONGEST_PHRASING));
    return lines;
  }

  private Audience audience() {
    Audience audience = optional(FaqColumn.AUDIENCE, StateWord::audience);
    return audience == null ? Audience.RESIDENT : audience;
  }

  private @Nullable LocalDate date(FaqColumn column) {
    TableCell cell = cell(column);
    if (cell.date() != null) {
      return cell.date();
    }
    return optional(
        column,
        text ->
            WrittenDate.parse(text)
                .orElseThrow(
                    () -> new BadCell("日付として読めません。「2026-04-01」「2026/4/1」「令和8年4月1日」のように書いてください")));
  }

  private String address(String text) throws BadCell {
    if (!WebAddress.isValid(text)) {
      throw new BadCell("アドレスとして読めません。「https://」から、1,000文字までで書いてください");
    }
    return text;
  }

  private String shorterThan(int longest, String text) throws BadCell {
    if (text.length() > longest) {
      throw new BadCell(tooLong(longest, text));
    }
    return text;
  }

  private void checkLength(FaqColumn column, String text, int longest) {
    if (text.length() > longest) {
      refuse(column, tooLong(longest, text));
    }
  }

  private static String tooLong(int longest, String text) {
    return String.format("長すぎます（%,d文字）。%,d文字までにしてください", text.length(), longest);
  }

  /** Turns the words of a cell into what they mean. */
  interface Meaning<T> {
    T of(String text) throws BadCell;
  }

  private <T> @Nullable T optional(FaqColumn column, Meaning<T> meaning) {
    String text = text(column).strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return meaning.of(text);
    } catch (BadCell bad) {
      refuse(column, bad.reason);
      return null;
    }
  }

  private String text(FaqColumn column) {
    TableCell cell = cell(column);
    if (cell.fault() != null) {
      refuse(column, cell.fault());
      return "";
    }
    if (cell.isDay()) {
      refuse(column, "Excelが日付に変えています。セルの表示形式を「文字列」にして入れ直してください");
      return "";
    }
    return CellText.clean(cell.text());
  }

  private TableCell cell(FaqColumn column) {
    Integer place = places.get(column);
    return place == null ? TableCell.EMPTY : row.cell(place);
  }

  private void refuse(FaqColumn column, String reason) {
    refusals.add(new Refusal(row.number(), column.title(), reason));
  }

  /** A cell that means nothing; the reason is a sentence for its writer. */
  static final class BadCell extends Exception {

    private static final long serialVersionUID = 1L;
    private final String reason;

    BadCell(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
