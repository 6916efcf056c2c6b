package madoguchi.knowledge.faq;

import static madoguchi.knowledge.faq.Workbooks.headings;
import static madoguchi.knowledge.faq.Workbooks.inline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExcelFileTest {

  private static FaqSheet read(Workbooks book) throws FaqFileRefused {
    return FaqFile.read(FaqFile.Format.XLSX, book.zip());
  }

  private static FaqRow only(String rows) throws FaqFileRefused {
    FaqSheet sheet = read(Workbooks.of(rows));
    assertThat(sheet.refused()).isEmpty();
    return sheet.rows().getFirst();
  }

  private static String row(String cells) {
    return "<row r='2'>" + cells + "</row>";
  }

  @Test
  void readsInlineSharedAndFormulaCells() throws Exception {
    FaqRow row =
        only(
            headings("category")
                + row(
                    inline("A2", "007")
                        + "<c r='B2' t='s'><v>0</v></c>"
                        + "<c r='C2' t='str'><f>A1&amp;\"!\"</f><v>計算した答え</v></c>"
                        + "<c r='D2' t='s'><v>1</v></c>"));

    assertThat(row.id()).isEqualTo("007");
    assertThat(row.question()).as("without its reading aid").isEqualTo("共有");
    assertThat(row.answer()).isEqualTo("計算した答え");
    assertThat(row.category()).isEqualTo("太字");
  }

  @ParameterizedTest
  @CsvSource({
    "'<c r=\"A2\"><v>7</v></c>', 7",
    "'<c r=\"A2\"><v>7.0</v></c>', 7",
    "'<c r=\"A2\"><v>1E5</v></c>', 100000",
    "'<c r=\"A2\" s=\"2\"><v>7</v></c>', 007",
    "'<c r=\"A2\"><f>1+6</f><v>7</v></c>', 7",
    "'<c r=\"A2\" t=\"b\"><v>1</v></c>', TRUE"
  })
  void readsAnIdAsItIsSeen(String cell, String id) throws Exception {
    assertThat(only(headings("x") + row(cell + inline("B2", "q") + inline("C2", "a"))).id())
        .isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "'<c r=\"D2\" s=\"1\"><v>46113</v></c>'",
    "'<c r=\"D2\" s=\"3\"><v>46113</v></c>'",
    "'<c r=\"D2\" s=\"1\"><v>46113.75</v></c>'",
    "'<c r=\"D2\"><v>46113</v></c>'",
    "'<c r=\"D2\" s=\"1\"><f>TODAY()</f><v>46113</v></c>'",
    "'<c r=\"D2\" t=\"inlineStr\"><is><t>令和8年4月1日</t></is></c>'"
  })
  void readsExcelsOwnDates(String cell) throws Exception {
    assertThat(
            only(headings("公開日")
                    + row(inline("A2", "1") + inline("B2", "q") + inline("C2", "a") + cell))
                .validFrom())
        .isEqualTo(LocalDate.of(2026, 4, 1));
  }

  @Test
  void readsDatesOfWorkbooksThatCountFrom1904() throws Exception {
    Workbooks book =
        Workbooks.of(
            headings("公開日")
                + row(
                    inline("A2", "1")
                        + inline("B2", "q")
                        + inline("C2", "a")
                        + "<c r='D2' s='1'><v>44651</v></c>"));
    String workbook = new String(book.parts.get("xl/workbook.xml"));

    book.with(
        "xl/workbook.xml", workbook.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));

    assertThat(read(book).rows().getFirst().validFrom()).isEqualTo(LocalDate.of(2026, 4, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "'<c r=\"A2\" s=\"1\"><v>46113</v></c>', 日付に変えています",
    "'<c r=\"A2\" t=\"e\"><v>#REF!</v></c>', 数式のエラー",
    "'<c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>', 数式のエラー",
    "'<c r=\"A2\"><f>1+1</f></c>', 数式の結果が",
    "'<c r=\"A2\"><v>1E+9999</v></c>', 大きすぎます"
  })
  void refusesTheRowOfACellThatCannotBeTold(String cell, String reason) throws Exception {
    FaqSheet sheet =
        read(Workbooks.of(headings("x") + row(cell + inline("B2", "q") + inline("C2", "a"))));

    assertThat(sheet.rows()).isEmpty();
    assertThat(sheet.refused()).hasSize(1);
    assertThat(sheet.refused().getFirst().sentence()).startsWith("2行目 番号 (id)").contains(reason);
  }

  @Test
  void readsABookWithoutStylesOrSharedStrings() throws Exception {
    Workbooks book =
        Workbooks.of(headings("x") + row(inline("A2", "1") + inline("B2", "q") + inline("C2", "a")))
            .without("xl/styles.xml")
            .without("xl/sharedStrings.xml");

    assertThat(read(book).rows()).hasSize(1);
  }

  @Test
  void keepsExcelsRowNumbersAcrossEmptyRows() throws Exception {
    FaqSheet sheet =
        read(
            Workbooks.of(
                headings("x")
                    + "<row r='5'/><row r='9'>"
                    + inline("A9", "1")
                    + inline("C9", "a")
                    + "</row>"));

    assertThat(sheet.refused().getFirst().row()).isEqualTo(9);
  }

  @Test
  void readsLineEndsAsExcelWritesThem() throws Exception {
    assertThat(
            only(headings("phrasings")
                    + row(
                        inline("A2", "1")
                            + inline("B2", "q")
                            + inline("C2", "a_x000D_\nb")
                            + inline("D2", "x\ny")))
                .answer())
        .isEqualTo("a\nb");
  }

  @ParameterizedTest
  @EnumSource
  void givesBackWhatItWrote(FaqFile.Format format, @TempDir Path folder) throws Exception {
    Random random = new Random(11);
    List<FaqEntry> entries = new ArrayList<>();
    List<String> pieces =
        List.of(
            "=", "+", "-", "@", "'", "\"", ",", "\n", "住民票", "🏠", "㈱", "<b>&", "007", "  ", "～");
    for (int i = 0; i < 200; i++) {
      entries.add(entry(i, random, pieces));
    }
    Path file = folder.resolve("faq." + format.name().toLowerCase());

    FaqFile.write(file, entries);
    FaqSheet sheet = FaqFile.read(file);

    assertThat(sheet.refused()).isEmpty();
    assertThat(ImportPlan.of(List.of(), sheet, Publishing.DIRECT).added()).isEqualTo(entries);
    assertThat(ImportPlan.of(entries, sheet, Publishing.AFTER_REVIEW).toStore()).isEmpty();
  }

  private static FaqEntry entry(int i, Random random, List<String> pieces) {
    LocalDate from = random.nextBoolean() ? LocalDate.of(2026, 1, 1).plusDays(i) : null;
    return new FaqEntry(
        String.format("%03d", i),
        "Q" + text(random, pieces).strip().replace("\n", ""),
        List.of("'=1+" + i, "-p" + text(random, pieces).replace("\n", "").strip()),
        text(random, pieces) + "答",
        random.nextBoolean() ? "=分類" : null,
        random.nextBoolean() ? "市民課" : null,
        random.nextBoolean() ? "https://example.jp/住民?a=1&b=2" : null,
        from,
        from == null ? null : from.plusDays(random.nextInt(100)),
        FaqState.values()[random.nextInt(4)],
        Audience.values()[random.nextInt(2)],
        "ja",
        Provenance.OWN);
  }

  private static String text(Random random, List<String> pieces) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(6); n >= 0; n--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  @Test
  void writesTextThatExcelDoesNotTurnIntoFormulas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    FaqFile.write(
        FaqFile.Format.XLSX, List.of(FaqEntry.of("007", "=1+1", "=cmd|' /C calc'!A0")), out);

    try (var book =
        new org.dhatim.fastexcel.reader.ReadableWorkbook(
            new java.io.ByteArrayInputStream(out.toByteArray()))) {
      assertThat(book.getFirstSheet().read().get(1))
          .allSatisfy(
              cell -> {
                if (cell != null) {
                  assertThat(cell.getFormula()).isNull();
                }
              });
      assertThat(book.getFirstSheet().read().get(1).getCellAsString(0)).contains("007");
    }
  }
}
