package madoguchi.knowledge.faq;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table in a CSV file, as Excel in Japan and everything else writes it. */
final class CsvTable {

  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final char BOM = '\uFEFF';

  private CsvTable() {}

  static List<TableRow> read(byte[] content) throws FaqFileRefused {
    String text = decode(content);
    List<TableRow> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (rows.size() >= FaqFile.MOST_ROWS) {
          throw FaqFile.tooManyRows();
        }
        rows.add(
            new TableRow(
                rows.size() + 1,
                record.getFields().stream()
                    .map(field -> TableCell.of(FormulaGuard.unguard(field)))
                    .toList()));
      }
      return rows;
    } catch (CsvParseException malformed) {
      throw new FaqFileRefused(
          (rows.size() + 1) + "行目がCSVとして読めません。引用符「\"」が閉じているか確かめてください。", malformed);
    } catch (IOException | UncheckedIOException failed) {
      throw new FaqFileRefused("CSVファイルを読めませんでした。", failed);
    }
  }

  static void write(List<List<String>> rows, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BOM);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    for (List<String> row : rows) {
      csv.writeRecord(row.stream().map(FormulaGuard::guard).toList());
    }
    csv.flush();
    writer.flush();
  }

  /** UTF-8 is tried first and strictly: hardly any windows-31j text is valid UTF-8 by chance. */
  private static String decode(byte[] content) throws FaqFileRefused {
    try {
      String text = strict(content, StandardCharsets.UTF_8);
      return text.isEmpty() || text.charAt(0) != BOM ? text : text.substring(1);
    } catch (CharacterCodingException notUtf8) {
      try {
        return strict(content, WINDOWS_31J);
      } catch (CharacterCodingException neither) {
        throw new FaqFileRefused(
            "文字コードがUTF-8でもShift_JIS（windows-31j）でもありません。「CSV UTF-8」で保存し直してください。");
      }
    }
  }

  private static String strict(byte[] content, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(content))
        .toString();
  }
}
