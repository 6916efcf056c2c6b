package madoguchi.knowledge.faq;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A table in the first sheet of an Excel workbook. */
final class XlsxTable {

  /** Excel's own bound. */
  private static final int LONGEST_CELL = 32_767;

  private XlsxTable() {}

  static List<TableRow> read(byte[] content) throws FaqFileRefused {
    WorkbookGate.Admitted admitted = WorkbookGate.admit(content);
    ReadingOptions options = new ReadingOptions(admitted.hasStyles(), true);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(new ByteArrayInputStream(admitted.content()), options);
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      XlsxCells cells = new XlsxCells(workbook.isDate1904());
      List<TableRow> table = new ArrayList<>();
      rows.map(row -> row(row, cells)).filter(row -> !row.isBlank()).forEach(table::add);
      return table;
    } catch (IOException | RuntimeException broken) {
      // The parser is somebody else's and the file may be anybody's: whatever it stumbles over is
      // the file's fault.
      throw notAWorkbook(broken);
    }
  }

  private static TableRow row(Row row, XlsxCells cells) {
    List<TableCell> read = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      read.add(cells.read(row.getCell(i)));
    }
    return new TableRow(row.getRowNum(), read);
  }

  static void write(List<FaqEntry> entries, OutputStream out) throws IOException, FaqFileRefused {
    Workbook workbook = new Workbook(out, "Madoguchi", "1.0");
    Worksheet sheet = workbook.newWorksheet("FAQ");
    FaqColumn[] columns = FaqColumn.values();
    for (int c = 0; c < columns.length; c++) {
      sheet.value(0, c, columns[c].heading());
    }
    sheet.range(0, 0, 0, columns.length - 1).style().bold().set();
    for (int r = 0; r < entries.size(); r++) {
      for (int c = 0; c < columns.length; c++) {
        write(sheet, r + 1, c, entries.get(r), columns[c]);
      }
    }
    sheet.freezePane(0, 1);
    workbook.finish();
  }

  private static void write(Worksheet sheet, int row, int place, FaqEntry entry, FaqColumn column)
      throws FaqFileRefused {
    LocalDate day =
        column == FaqColumn.VALID_FROM
            ? entry.validFrom()
            : column == FaqColumn.VALID_UNTIL ? entry.validUntil() : null;
    if (day != null) {
      sheet.value(row, place, day);
      sheet.style(row, place).format("yyyy-mm-dd").set();
      return;
    }
    String text = FormulaGuard.guardTyped(SheetWriter.text(entry, column));
    if (text.length() > LONGEST_CELL) {
      throw new FaqFileRefused("Excelのセルに入らない長さの項目があります。CSVで書き出してください。");
    }
    if (!text.isEmpty()) {
      sheet.value(row, place, text);
      // 文字列: a number stays as it is written, and editing the cell does not make a formula of it.
      sheet.style(row, place).format("@").wrapText(true).set();
    }
  }

  static FaqFileRefused notAWorkbook(@Nullable Throwable cause) {
    return new FaqFileRefused("Excelブック（.xlsx）として読めません。Excelで開いて保存し直してください。", cause);
  }
}
