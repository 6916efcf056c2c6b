package madoguchi.knowledge.faq;

import static madoguchi.knowledge.faq.Workbooks.headings;
import static madoguchi.knowledge.faq.Workbooks.inline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileExcelTest {

  private static final String GOOD =
      headings("x")
          + "<row r='2'>"
          + inline("A2", "1")
          + inline("B2", "q")
          + inline("C2", "a")
          + "</row>";

  private static void refused(byte[] content, String sentence) {
    assertThat(catchThrowable(() -> FaqFile.read(FaqFile.Format.XLSX, content)))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining(sentence);
  }

  private static byte[] zipOf(String part, long zeros) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(part));
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) ' ');
      for (long left = zeros; left > 0; left -= block.length) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/media/image1.png"})
  void stopsInflatingABomb(String part) throws Exception {
    byte[] bomb = zipOf(part, 110L << 20);

    assertThat(bomb.length).isLessThan(1 << 20);
    refused(bomb, "中身が大きすぎます");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
      })
  void refusesDocumentTypesAndSoEntities(String doctype) {
    Workbooks book = Workbooks.of(GOOD);
    String sheet = new String(book.parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);

    book.with("xl/worksheets/sheet1.xml", doctype + sheet.replace(">q<", ">&e;<"));

    refused(book.zip(), "DTD");
  }

  @Test
  void refusesAMillionRows() {
    StringBuilder rows = new StringBuilder(headings("x"));
    for (int i = 2; i <= 1_000_000; i++) {
      rows.append("<row r='").append(i).append("'><c><v>1</v></c></row>");
    }

    refused(Workbooks.of(rows.toString()).zip(), "10万行");
  }

  @Test
  void refusesALargeFileWithoutUnpackingIt() {
    refused(new byte[30 * 1024 * 1024], "20MBまで");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "id,question,answer", "%PDF-1.7", "PK\u0003\u0004 and nothing"})
  void refusesWhatIsNoWorkbook(String content) {
    refused(content.getBytes(StandardCharsets.ISO_8859_1), "Excelブック（.xlsx）として読めません");
  }

  @Test
  void refusesAnOldWorkbookAndOneWithAPassword() {
    byte[] old = Arrays.copyOf(new byte[] {-48, -49, 17, -32, -95, -79, 26, -31}, 4096);
    byte[] locked = old.clone();
    byte[] stream = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(stream, 0, locked, 1024, stream.length);

    refused(old, ".xls");
    refused(locked, "パスワード");
  }

  @Test
  void refusesMacros() {
    refused(Workbooks.of(GOOD).with("xl/vbaProject.bin", "x").zip(), "マクロ");
  }

  @ParameterizedTest
  @CsvSource({"faq.xls, .xls", "faq.XLSM, マクロ", "faq.pdf, 「.csv」か「.xlsx」", "faq, 「.csv」か「.xlsx」"})
  void refusesOtherNames(String name, String sentence) {
    assertThat(catchThrowable(() -> FaqFile.Format.of(name)))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void refusesAWorkbookThatCallsItselfCsv() {
    assertThat(catchThrowable(() -> FaqFile.read(FaqFile.Format.CSV, Workbooks.of(GOOD).zip())))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("中身はCSVではありません");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>",
        "<row r='99999999999'><c><v>1</v></c></row>",
        "<row r='2'><c r='A2' s='99999999999'><v>1</v></c></row>",
        "<row r='2'><c r='A2' t='s'><v>x</v></c></row>",
        "<row r='2'><c r='A2' t='zz'><v>1</v></c></row>",
        "<row r='2'><c r='A2'><f t='shared' si='5'/><v>1</v></c></row>",
        "<row r='2'><c r='A2'>",
      })
  void refusesBrokenCells(String row) {
    refused(Workbooks.of(headings("x") + row).zip(), "Excelブック（.xlsx）として読めません");
  }

  @Test
  void refusesHeapsOfFormulas() {
    StringBuilder rows = new StringBuilder(headings("x"));
    for (int i = 2; i < 30_000; i++) {
      rows.append("<row><c><f>1</f><v>1</v></c></row>");
    }

    refused(Workbooks.of(rows.toString()).zip(), "数式が多すぎる");
  }

  @Test
  void looksAtThePartThatIsReadWhateverItIsCalled() {
    Workbooks book = Workbooks.of(GOOD);
    byte[] sheet = book.parts.get("xl/worksheets/sheet1.xml");
    String relations =
        new String(book.parts.get("xl/_rels/workbook.xml.rels"), StandardCharsets.UTF_8);

    book.with("xl/media/sheet1.png", sheet)
        .with(
            "xl/_rels/workbook.xml.rels",
            relations.replace("worksheets/sheet1.xml", "media/sheet1.png"));

    refused(book.zip(), "Excelブック（.xlsx）として読めません");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml"
      })
  void refusesAWorkbookThatLacksAPart(String part) {
    refused(Workbooks.of(GOOD).without(part).zip(), "Excelブック（.xlsx）として読めません");
  }

  @Test
  void throwsNothingElseWhateverIsBroken() {
    byte[] good = Workbooks.of(GOOD).zip();
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      byte[] broken =
          random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
      for (int n = random.nextInt(8); n >= 0 && broken.length > 0; n--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      Throwable thrown = catchThrowable(() -> FaqFile.read(FaqFile.Format.XLSX, broken));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(FaqFileRefused.class);
      }
    }
  }

  @Test
  void throwsNothingElseWhateverIsBrokenInsideTheSheet() {
    Random random = new Random(5);
    String alphabet = "<>/='\"&;rctvfsi0129AZ# \n日";
    for (int i = 0; i < 400; i++) {
      StringBuilder rows = new StringBuilder(GOOD);
      for (int n = random.nextInt(4); n >= 0; n--) {
        rows.setCharAt(
            random.nextInt(rows.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      byte[] broken = Workbooks.of(rows.toString()).zip();
      Throwable thrown = catchThrowable(() -> FaqFile.read(FaqFile.Format.XLSX, broken));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(FaqFileRefused.class);
      }
    }
  }
}
