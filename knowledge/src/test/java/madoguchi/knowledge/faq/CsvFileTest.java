package madoguchi.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  private static final String THREE = "id,question,answer\n";

  static FaqSheet sheet(String csv) throws FaqFileRefused {
    return FaqFile.read(FaqFile.Format.CSV, csv.getBytes(StandardCharsets.UTF_8));
  }

  private static FaqRow only(String csv) throws FaqFileRefused {
    FaqSheet sheet = sheet(csv);
    assertThat(sheet.refused()).isEmpty();
    return sheet.rows().getFirst();
  }

  private static String refusal(String csv) throws FaqFileRefused {
    FaqSheet sheet = sheet(csv);
    assertThat(sheet.rows()).isEmpty();
    return sheet.refused().getFirst().sentence();
  }

  @Test
  void readsAllColumnsUnderJapaneseHeadings() throws Exception {
    FaqRow row =
        only(
            "番号,質問,回答,言い換え,分類,担当課,出典,公開日,終了日,状態,対象\r\n"
                + "007,住民票は,\"窓口で。\r\n300円\",\"じゅうみんひょう\r\n住民票ほしい\",戸籍,市民課,"
                + "https://example.jp/a,令和8年4月1日,2027/3/31,確認待ち,staff\r\n");

    assertThat(row)
        .isEqualTo(
            new FaqRow(
                2,
                "007",
                "住民票は",
                List.of("じゅうみんひょう", "住民票ほしい"),
                "窓口で。\n300円",
                "戸籍",
                "市民課",
                "https://example.jp/a",
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                FaqState.REVIEW,
                Audience.STAFF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ＩＤ, Question ,回答",
        "番号,質 問,ANSWER",
        "Id,QUESTION,回　答",
        "\"id\",\"question\",\"answer\""
      })
  void knowsHeadingsInAnyMixAndWidth(String headings) throws Exception {
    FaqRow row = only(headings + "\n1,q,a\n");

    assertThat(List.of(row.id(), row.question(), row.answer())).containsExactly("1", "q", "a");
  }

  @Test
  void readsWhatExcelInJapanWrites() throws Exception {
    byte[] content = "番号,質問,回答\r\n1,髙橋さんの①は～,５００円～\r\n".getBytes(Charset.forName("windows-31j"));

    FaqSheet sheet = FaqFile.read(FaqFile.Format.CSV, content);

    assertThat(sheet.rows().getFirst().question()).isEqualTo("髙橋さんの①は～");
    assertThat(sheet.rows().getFirst().answer()).isEqualTo("５００円～");
  }

  @Test
  void readsUtf8WithAndWithoutItsMark() throws Exception {
    assertThat(only("\uFEFF" + THREE + "1,問,答").question()).isEqualTo("問");
    assertThat(only(THREE + "1,問,答").question()).isEqualTo("問");
  }

  @Test
  void refusesAnUnknownEncodingWithASentence() {
    byte[] utf16 = (THREE + "1,問,答").getBytes(StandardCharsets.UTF_16);

    assertThatThrownBy(() -> FaqFile.read(FaqFile.Format.CSV, utf16))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("文字コード");
  }

  @ParameterizedTest
  @CsvSource({
    "'id,question\n1,q\n', 回答 (answer)",
    "'質問,回答\n1,q\n', 番号 (id)",
    "'1,住民票は,窓口で\n', 番号 (id)"
  })
  void refusesAFileWithoutARequiredColumn(String csv, String missing) {
    assertThatThrownBy(() -> sheet(csv))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("「" + missing + "」がありません");
  }

  @Test
  void refusesAColumnThatIsThereTwice() {
    assertThatThrownBy(() -> sheet("id,question,answer,回答\n1,q,a,b\n"))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("回答 (answer)」が2つ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", ",,,\n , \n"})
  void refusesAnEmptyFile(String csv) {
    assertThatThrownBy(() -> sheet(csv))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("何も書かれていません");
  }

  @Test
  void namesTheHeadingsItDoesNotKnow() throws Exception {
    assertThat(sheet("id,question,answer,phrasing,メモ\n1,q,a,x,y\n").ignored())
        .containsExactly("phrasing", "メモ");
  }

  @Test
  void knowsWhichColumnsTheFileHas() throws Exception {
    assertThat(sheet("id,question,answer,state\n1,q,a,\n").columns())
        .isEqualTo(EnumSet.of(FaqColumn.ID, FaqColumn.QUESTION, FaqColumn.ANSWER, FaqColumn.STATE));
  }

  @ParameterizedTest
  @CsvSource({
    "下書き, DRAFT",
    "draft, DRAFT",
    "確認待ち, REVIEW",
    "Review, REVIEW",
    "公開, PUBLISHED",
    "ＰＵＢＬＩＳＨＥＤ, PUBLISHED",
    "終了, ENDED",
    "ended, ENDED"
  })
  void knowsStatesInBothLanguages(String word, FaqState state) throws Exception {
    assertThat(only("id,question,answer,state\n1,q,a," + word).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "'id,question,answer,valid_from\n1,q,a,2月30日\n', '2行目 公開日 (valid_from): 日付として'",
    "'id,question,answer,state\n1,q,a,済\n', '2行目 状態 (state): 知らない状態'",
    "'id,question,answer,audience\n1,q,a,だれか\n', '2行目 対象 (audience): 知らない対象'",
    "'id,question,answer,source_url\n1,q,a,javascript:alert(1)\n', '2行目 出典 (source_url): アドレス'",
    "'id,question,answer,source_url\n1,q,a,www.example.jp\n', '2行目 出典 (source_url): アドレス'",
    "'id,question,answer,source_url\n1,q,a,https://user:pass@example.jp/\n', '2行目 出典'",
    "'id,question,answer\n,q,a\n', '2行目 番号 (id): 空です'",
    "'id,question,answer\n1, ,a\n', '2行目 質問 (question): 空です'",
    "'id,question,answer\n1,q\n', '2行目 回答 (answer): 空です'",
    "'id,question,answer\n1,q,a,b\n', '2行目: 見出しより列が多く'",
    "'id,question,answer,valid_from,valid_until\n1,q,a,2026-4-2,2026-4-1\n', '終了日が公開日より前'"
  })
  void saysRowColumnAndReason(String csv, String sentence) throws Exception {
    assertThat(refusal(csv)).contains(sentence);
  }

  @Test
  void boundsLengths() throws Exception {
    assertThat(refusal(THREE + "a".repeat(101) + ",q,a")).contains("番号 (id): 長すぎます（101文字）。100文字まで");
    assertThat(refusal(THREE + "1," + "問".repeat(501) + ",a")).contains("500文字まで");
    assertThat(refusal(THREE + "1,q," + "答".repeat(5_001))).contains("（5,001文字）。5,000文字まで");
    assertThat(refusal("id,question,answer,phrasings\n1,q,a,\"短い\n" + "長".repeat(301) + "\""))
        .contains("言い換え (phrasings)")
        .contains("300文字まで");
    assertThat(
            sheet(THREE + "a".repeat(100) + "," + "問".repeat(500) + "," + "答".repeat(5_000))
                .refused())
        .isEmpty();
  }

  @Test
  void refusesTheSecondRowOfTheSameId() throws Exception {
    FaqSheet sheet = sheet(THREE + "1,q,a\n2,q,a\n1,r,b\n");

    assertThat(sheet.rows()).extracting(FaqRow::id).containsExactly("1", "2");
    assertThat(sheet.refused()).containsExactly(new Refusal(4, "番号 (id)", "2行目と同じ番号です"));
  }

  @Test
  void reportsEveryBadCellOfARow() throws Exception {
    assertThat(sheet("id,question,answer,state,valid_from\n1,,a,x,y\n").refused())
        .extracting(Refusal::column)
        .containsExactly("質問 (question)", "公開日 (valid_from)", "状態 (state)");
  }

  @Test
  void countsRowsAsExcelDoes() throws Exception {
    assertThat(sheet(THREE + "1,q,\"a\nb\nc\"\n\n2,,a\n").refused().getFirst().row()).isEqualTo(4);
  }

  @Test
  void saysWhereAQuoteWasLeftOpen() {
    assertThatThrownBy(() -> sheet(THREE + "1,q,a\n2,\"q,a\n"))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("引用符");
  }

  @Test
  void refusesTooManyRows() {
    String csv = THREE + "1,q,a\n".repeat(100_000);

    assertThatThrownBy(() -> sheet(csv))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("10万行");
  }

  @Test
  void refusesALargeFileBeforeReadingIt(@TempDir Path folder) throws Exception {
    Path large = folder.resolve("large.csv");
    Files.write(large, new byte[30 * 1024 * 1024]);

    assertThatThrownBy(() -> FaqFile.read(large))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessageContaining("20MB");
  }

  @Test
  void refusesAMissingFileAndAFolderWithASentence(@TempDir Path folder) throws Exception {
    Path asFolder = Files.createDirectory(folder.resolve("folder.csv"));

    assertThatThrownBy(() -> FaqFile.read(folder.resolve("none.csv")))
        .isInstanceOf(FaqFileRefused.class)
        .hasMessage("ファイルがありません。");
    assertThatThrownBy(() -> FaqFile.read(asFolder)).isInstanceOf(FaqFileRefused.class);
  }

  @Test
  void dropsWhatNoPageCanShow() throws Exception {
    assertThat(only(THREE + "1,q\u0000\u200bq,a\u0007b").answer()).isEqualTo("ab");
  }

  @Test
  void keepsTheAnswerWordForWord() throws Exception {
    assertThat(only(THREE + "1,q,\"　一字下げ \n\n・二 \"").answer()).isEqualTo("　一字下げ \n\n・二 ");
  }

  @Test
  void writesUtf8WithItsMarkAndNoFormula() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    FaqFile.write(
        FaqFile.Format.CSV, List.of(FaqEntry.of("01", "=HYPERLINK(1)", "-1\n\"a\",b")), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFFid,question,answer,phrasings,category,department,source_url,valid_from,"
                + "valid_until,state,audience\r\n"
                + "01,'=HYPERLINK(1),\"'-1\n\"\"a\"\",b\",,,,,,,公開,resident\r\n");
  }
}
