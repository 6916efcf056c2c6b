package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The recipe, by sentences that residents and towns write. */
class MunicipalAnalyzerTest {

  private final TextAnalysis analysis = new TextAnalysis();

  // "Where and how do I apply for bulky waste?": what is asked about stays, how it is asked goes.
  @Test
  void keepsTheSubjectAndDropsTheScaffolding() {
    assertThat(analysis.terms("粗大ごみの申し込み方法を教えてください。")).containsExactly("粗大ごみ", "申し込み");
  }

  // "bulky garbage" in katakana and in hiragana, and in half-width katakana.
  @Test
  void takesKatakanaAndHiraganaForOne() {
    List<String> hiragana = analysis.terms("粗大ごみ");
    assertThat(analysis.terms("粗大ゴミ")).isEqualTo(hiragana);
    assertThat(analysis.terms("粗大ｺﾞﾐ")).isEqualTo(hiragana);
  }

  // "lost", "losing": verbs in their dictionary form.
  @Test
  void bringsVerbsToTheirDictionaryForm() {
    assertThat(analysis.terms("財布を落としました")).containsExactly("財布", "落とす");
    assertThat(analysis.terms("財布を落とした")).containsExactly("財布", "落とす");
  }

  // "national health insurance tax": a compound in its parts, so that its parts are found.
  @Test
  void splitsCompounds() {
    assertThat(analysis.terms("国民健康保険税")).containsExactly("国民", "健康", "保険", "税");
  }

  // "computer" with and without its final prolonged mark; full-width letters.
  @Test
  void dropsTheFinalProlongedMarkAndFoldsWidth() {
    assertThat(analysis.terms("コンピューター")).isEqualTo(analysis.terms("コンピュータ"));
    assertThat(analysis.terms("ＮＰＯ")).containsExactly("npo");
  }

  // Nothing but scaffolding, emoji or white space leaves no term.
  @Test
  void leavesNothingOfWhatSaysNothing() {
    assertThat(analysis.terms("どうすればいいですか？")).isEmpty();
    assertThat(analysis.terms("😀🎉👨‍👩‍👧")).isEmpty();
    assertThat(analysis.terms("　 \n\t")).isEmpty();
    assertThat(analysis.terms("")).isEmpty();
  }

  // Any text at all, also what is not text: no exception, no empty term.
  @Test
  void takesRandomStrings() {
    Random random = new Random(20260401);
    for (int i = 0; i < 2_000; i++) {
      assertThat(analysis.terms(RandomText.of(random, 60))).doesNotContain("");
    }
  }

  // One character ten thousand times, and marks with nothing to repeat.
  @Test
  void takesOneCharacterRepeated() {
    for (String one : List.of("々", "ー", "漢", "ア", "a", "\u200d", "\ud800", "ゝ", "！", "゛")) {
      assertThat(analysis.terms(one.repeat(10_000))).doesNotContain("");
    }
  }
}
