package madoguchi.knowledge.faq;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts workbooks together part by part, good ones and hostile ones. */
final class Workbooks {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A workbook whose first sheet holds these rows, written in XML. */
  static Workbooks of(String rows) {
    return new Workbooks()
        .with(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + override("/xl/workbook.xml", "sheet.main")
                + override("/xl/worksheets/sheet1.xml", "worksheet")
                + override("/xl/sharedStrings.xml", "sharedStrings")
                + override("/xl/styles.xml", "styles")
                + "</Types>")
        .with(
            "xl/workbook.xml",
            "<workbook xmlns='%s' xmlns:r='%s'><sheets>".formatted(MAIN, RELATIONS)
                + "<sheet name='FAQ' sheetId='1' r:id='rId1'/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/>"
                    .formatted(RELATIONS)
                + "</Relationships>")
        .with(
            "xl/styles.xml",
            "<styleSheet xmlns='%s'><numFmts count='1'>".formatted(MAIN)
                + "<numFmt numFmtId='164' formatCode='000'/>"
                + "<numFmt numFmtId='165' formatCode='[$-411]ggge&quot;年&quot;m&quot;月&quot;'/>"
                + "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
                + "<xf numFmtId='165'/></cellXfs></styleSheet>")
        .with(
            "xl/sharedStrings.xml",
            "<sst xmlns='%s'><si><t>共有</t><rPh sb='0' eb='2'><t>キョウユウ</t></rPh></si>"
                    .formatted(MAIN)
                + "<si><r><t>太</t></r><r><t>字</t></r></si></sst>")
        .sheet(rows);
  }

  /** Cells of plain text for the first row: the three required headings and one more. */
  static String headings(String fourth) {
    return "<row r='1'>"
        + inline("A1", "id")
        + inline("B1", "question")
        + inline("C1", "answer")
        + inline("D1", fourth)
        + "</row>";
  }

  static String inline(String address, String text) {
    return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(address, text);
  }

  Workbooks sheet(String rows) {
    return with(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
  }

  Workbooks with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Workbooks with(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  Workbooks without(String name) {
    parts.remove(name);
    return this;
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String override(String part, String type) {
    return "<Override PartName='%s' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml'/>"
        .formatted(part, type);
  }
}
