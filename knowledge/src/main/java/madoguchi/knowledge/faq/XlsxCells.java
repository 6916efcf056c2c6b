package madoguchi.knowledge.faq;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Reads what a person sees in an Excel cell out of what the file holds. */
final class XlsxCells {

  /** Excel writes a carriage return, which XML cannot carry, in this way. */
  private static final String CARRIAGE_RETURN = "_x000D_";

  private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/_]+[!?]?");

  /** The built-in formats that show a day (ECMA-376, 18.8.30, with the Japanese ones). */
  private static final Set<Integer> DAY_FORMATS =
      Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private final LocalDate dayZero;

  /**
   * For one workbook.
   *
   * @param from1904 whether it counts days from 1904, as Excel on old Macintoshes did
   */
  XlsxCells(boolean from1904) {
    // From 1900: Excel believes in 29 February 1900, so that day 61 is the first that is right.
    this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }

  TableCell read(@Nullable Cell cell) {
    if (cell == null) {
      return TableCell.EMPTY;
    }
    Object value = cell.getValue();
    boolean computed = cell.getType() == CellType.FORMULA || cell.getFormula() != null;
    if (value == null) {
      return computed && cell.getRawValue() == null
          ? fault("数式の結果がファイルに残っていません。Excelで開いて保存し直してください")
          : TableCell.EMPTY;
    }
    if (value instanceof BigDecimal number) {
      return number(number, cell);
    }
    if (value instanceof Boolean truth) {
      return TableCell.of(truth ? "TRUE" : "FALSE");
    }
    String text = value.toString().replace(CARRIAGE_RETURN, "\r");
    if (cell.getType() == CellType.ERROR || (computed && ERROR.matcher(text).matches())) {
      return fault("数式のエラーです。直してから保存してください");
    }
    return TableCell.of(FormulaGuard.unguard(text));
  }

  private TableCell number(BigDecimal number, Cell cell) {
    String format = cell.getDataFormatString();
    LocalDate day = day(number);
    if (day != null && showsDay(cell.getDataFormatId(), format)) {
      return new TableCell(day.toString(), day, null);
    }
    // setScale instead of plain digits would drop a fraction that somebody sees.
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (Math.abs(plain.scale()) > 400) {
      return fault("数として大きすぎます");
    }
    String text = plain.toPlainString();
    if (format != null && format.matches("0{2,100}") && text.matches("[0-9]+")) {
      text = "0".repeat(Math.max(0, format.length() - text.length())) + text;
    }
    return new TableCell(text, day, null);
  }

  private @Nullable LocalDate day(BigDecimal number) {
    if (number.signum() <= 0 || number.compareTo(LAST_DAY) > 0) {
      return null;
    }
    return WrittenDate.sensible(dayZero.plusDays(number.longValue())).orElse(null);
  }

  private static boolean showsDay(@Nullable Integer id, @Nullable String format) {
    if (id != null && DAY_FORMATS.contains(id)) {
      return true;
    }
    return format != null
        && QUOTED.matcher(format).replaceAll("").matches("(?is).*[ydge].*")
        && !"General".equalsIgnoreCase(format);
  }

  private static TableCell fault(String reason) {
    return new TableCell("", null, reason);
  }
}
