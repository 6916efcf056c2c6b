package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed on a phone late in the evening, as the search reads it. */
class HastyWordsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private static EntryIndex index(FaqEntry... entries) {
    return new EntryIndex(
        new Ingredients(List.of(entries), Synonyms.municipal(), WordVectors.NONE, List.of()),
        Weights.ofSignals());
  }

  private static FaqEntry entry(String id, String question) {
    return FaqEntry.of(id, question, "窓口へお問い合わせください。");
  }

  @ParameterizedTest
  @CsvSource({
    "たんすすてる, たんす捨てる",
    "税金はらえん, 税金払えん",
    "税金しはらい, 税金支払い",
    "税金わけて払う, 税金分けて払う",
    "国保高すぎる, 国保高い",
    "水道代たかすぎ, 水道代高い",
    "印かん登ろく, 印鑑登録",
    "介ご保けん, 介護保険",
    "引越届, 引っ越し届",
    "引っこしたい, 引っ越したい"
  })
  void readsKanaAsTheWordItIs(String typed, String meant) {
    TextAnalysis analysis = new TextAnalysis();

    assertThat(analysis.terms(typed)).isNotEmpty().isEqualTo(analysis.terms(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"明日", "あした", "今日", "昨日", "今夜"})
  void theDayOnWhichOneAsksIsNoWordOfTheMatter(String day) {
    assertThat(new TextAnalysis().terms(day + "のごみ")).containsExactly("ごみ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"日曜あいてる？", "土日やってますか", "何時まで", "夜は開いてますか", "昼休みもやってる？"})
  void aTimeAloneSaysNotOfWhat(String typed) {
    EntryIndex index = index(entry("a", "図書館は日曜も開いていますか。"), entry("b", "市役所の開庁時間"));

    assertThat(index.readWhole(typed).asksOnlyWhen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"図書館は日曜あいてる？", "夜間のごみ出し", "国保", "休日の病院やってる？"})
  void aTimeOfSomethingDoes(String typed) {
    assertThat(index(entry("a", "図書館は日曜も開いていますか。")).readWhole(typed).asksOnlyWhen()).isFalse();
  }

  @Test
  void whoNamesOnlyATimeIsAskedWhatIsMeant() {
    List<Hit> hits =
        index(entry("library", "図書館は日曜に開いていますか。"), entry("pool", "プールの料金"), entry("park", "公園の花壇"))
            .search("日曜に開いている？", DAY, 3);

    assertThat(hits.getFirst().entry().id()).isEqualTo("library");
    assertThat(hits.getFirst().confidence()).isBetween(0.4, 0.55);
  }

  @Test
  void whoAsksForADayIsNotGivenWhatIsAboutNoTime() {
    EntryIndex index = index(entry("sort", "燃えるごみの分け方"), entry("pool", "プールの花壇"));

    assertThat(index.search("燃えるごみ", DAY, 2).getFirst().confidence()).isGreaterThan(0.62);
    assertThat(index.search("燃えるごみ明日？", DAY, 2).getFirst().confidence()).isLessThanOrEqualTo(0.55);
  }

  @ParameterizedTest
  @CsvSource({
    "燃えるごみ明日？, true",
    "きょうは開いてる, true",
    "ごみ きょう, true",
    "きょういくの相談, false",
    "とうきょうから来た, false",
    "あしたばの苗, false"
  })
  void hearsForWhichDay(String typed, boolean day) {
    assertThat(Phrases.DAY.areIn(typed)).isEqualTo(day);
  }
}
