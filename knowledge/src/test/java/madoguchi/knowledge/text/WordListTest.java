package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both forms of word lists, and the lines that are refused. */
class WordListTest {

  @Test
  void equalWordsStandForEachOther() {
    assertThat(WordList.of("# 注\n\n国保, 国民健康保険\n").rules())
        .containsExactly(
            new SynonymRule("国保", "国民健康保険", 0.6), new SynonymRule("国民健康保険", "国保", 0.6));
  }

  @Test
  void anArrowGoesOneWay() {
    assertThat(WordList.of("越してきた, 移り住む => 転入, 転入届").rules())
        .extracting(rule -> rule.trigger() + ">" + rule.alternative())
        .containsExactly("越してきた>転入", "越してきた>転入届", "移り住む>転入", "移り住む>転入届");
  }

  @Test
  void aBackslashMakesACommaPartOfAWord() {
    assertThat(WordList.of("a\\,b, 漢字").rules().getFirst().trigger()).isEqualTo("a,b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "住民票|one word alone means nothing: a, b or a => b",
        "a => b => c|more than one =>",
        "a, , b|a word is empty or has no letter",
        "a =>|a word is empty or has no letter",
        "a, 😀|a word is empty or has no letter",
      })
  void refusesALineWithItsNumberAndReason(String line, String reason) {
    WordList list = WordList.of("ごみ, 廃棄物\n" + line + "\n国保, 国民健康保険\n");
    assertThat(list.refused()).containsExactly(new WordList.Refusal(2, reason));
    assertThat(list.rules()).hasSize(4);
  }

  @Test
  void refusesAnOverlongWord() {
    assertThat(WordList.of("a, " + "長".repeat(61)).refused().getFirst().reason())
        .contains("longer than 60");
  }

  @Test
  void readsSudachisGroups() {
    WordList list =
        WordList.of(
            """
            000008,1,0,1,0,0,0,(),支払い,,
            000008,1,0,1,0,0,2,(),支払,,
            000008,1,1,2,0,0,0,(),勘定,,
            000008,1,2,3,0,0,0,(),削除済み,,

            000009,1,0,1,0,0,0,(企業名),あおば商事,,
            000009,1,0,1,0,0,0,(),青葉商事,,
            000010,,,,,,,,電子計算機,,
            000010,,,,,,,,computer,,
            """);
    assertThat(list.refused()).isEmpty();
    assertThat(list.rules())
        .containsExactlyInAnyOrder(
            new SynonymRule("支払い", "支払", 0.9),
            new SynonymRule("支払", "支払い", 0.9),
            new SynonymRule("支払い", "勘定", 0.4),
            new SynonymRule("支払", "勘定", 0.4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "000001,1,0|fewer than 9 columns",
        "1,1,0,1,0,0,0,(),語,,|the group is not a number of six digits",
        "000001,1,7,1,0,0,0,(),語,,|the third column is not 0, 1 or 2",
        "000001,1,0,1,0,0,0,(),,,|the word is empty",
      })
  void refusesALineOfSudachisWithItsNumberAndReason(String line, String reason) {
    WordList list = WordList.of("000001,1,0,1,0,0,0,(),曖昧,,\n" + line + "\n");
    assertThat(list.refused()).containsExactly(new WordList.Refusal(2, reason));
  }

  @Test
  void theProgramsOwnListHasNoBadLine() {
    WordList list = WordList.municipal();
    assertThat(list.refused()).isEmpty();
    assertThat(list.rules()).hasSizeGreaterThan(5_000);
  }

  @Test
  void theHeavierOfTwoRulesCounts() {
    Synonyms synonyms =
        Synonyms.of(
            List.of(new SynonymRule("国保", "健保", 0.4), new SynonymRule("国保", "健保", 0.9)),
            new TextAnalysis());
    assertThat(synonyms.ofWriting("国保")).singleElement().extracting("weight").isEqualTo(0.9);
  }

  @Test
  void rulesAreFoundInHiraganaForKatakana() {
    Synonyms synonyms =
        Synonyms.of(List.of(new SynonymRule("ゴミ箱", "ごみ容器", 0.6)), new TextAnalysis());
    assertThat(synonyms.ofWriting("ごみ箱")).hasSize(1);
  }
}
