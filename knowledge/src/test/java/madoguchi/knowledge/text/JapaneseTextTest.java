package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One form for what is typed in many. */
class JapaneseTextTest {

  @ParameterizedTest
  @CsvSource({
    "ＮＰＯ法人, npo法人",
    "ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ, マイナンバーカード",
    "マイナンバ〜カ－ド, マイナンバーカード",
    "ラーーーメン, ラーメン",
    "９時〜１７時, 9時~17時",
    "第1-2号, 第1-2号",
    "時々, 時時",
    "部分々々, 部分部分",
    "いすゞ, いすず",
    "こゝろ, こころ",
    "㈱あおば, (株)あおば",
    "℡番号, tel番号",
    "か\u3099すの使用, がすの使用",
    "住民票\u200bの\ufeff写し, 住民票の写し",
    "ごみ😀の日, ごみ の日",
  })
  void bringsTypedFormsToOne(String typed, String form) {
    assertThat(JapaneseText.normalise(typed)).isEqualTo(form);
  }

  @Test
  void dropsMarksWithNothingToRepeat() {
    assertThat(JapaneseText.normalise("々".repeat(1_000))).isEmpty();
    assertThat(JapaneseText.normalise("a々")).isEqualTo("a");
  }

  @Test
  void dropsLoneSurrogates() {
    assertThat(JapaneseText.normalise("ご\ud83dみ\udc00")).isEqualTo("ごみ");
  }

  @Test
  void keepsLineBreaks() {
    assertThat(JapaneseText.normalise("一行目\n二行目")).isEqualTo("一行目\n二行目");
  }

  @Test
  void changesNothingTheSecondTime() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String once = JapaneseText.normalise(RandomText.of(random, 40));
      assertThat(JapaneseText.normalise(once)).isEqualTo(once);
    }
  }

  /** Letters that no rule touches are not taken through the rules; whether none would. */
  @Test
  void isTheSameByAllRulesForEveryLetterBesideOthers() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      for (String text : List.of("%c", "あ%c", "ア%cア", "%cー", "ー%c", "カー%c", "漢%c%c", "、%c1")) {
        String typed = text.replace("%c", String.valueOf((char) c));
        assertThat(JapaneseText.normalise(typed)).isEqualTo(JapaneseText.folded(typed));
      }
    }
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      String typed = RandomText.of(random, 6);
      assertThat(JapaneseText.normalise(typed)).isEqualTo(JapaneseText.folded(typed));
    }
  }

  @Test
  void writesKatakanaAsHiraganaAndLeavesEverythingElse() {
    assertThat(JapaneseText.hiragana("粗大ゴミ・ヴァ")).isEqualTo("粗大ごみ・ゔぁ");
    assertThat(JapaneseText.hiragana("ゴミ")).isEqualTo("ごみ");
    assertThat(JapaneseText.hiragana("粗大ごみ")).isEqualTo("粗大ごみ");
    assertThat(JapaneseText.hiragana("")).isEmpty();
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      String text = RandomText.of(random, 40);
      String once = JapaneseText.hiragana(text);
      assertThat(once).hasSameSizeAs(text).doesNotContainPattern("[ァ-ヶ]");
      assertThat(JapaneseText.hiragana(new StringBuilder(once))).isEqualTo(once);
    }
  }
}
