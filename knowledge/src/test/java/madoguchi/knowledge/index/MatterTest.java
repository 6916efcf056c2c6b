package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.knowledge.text.TextAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question names without asking anything particular of it. */
class MatterTest {

  private final TextAnalysis analysis = new TextAnalysis();

  private Matter of(String text) {
    return Matter.of(analysis.tokens(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "転入届",
        "転入届はどうすればいい？",
        "転入届を出したい",
        "転入届のやり方",
        "転入届について教えてください",
        "転入届の手続きをしたいです",
        "転入届わからない"
      })
  void isTheSameInEveryFrame(String question) {
    assertThat(of(question)).isEqualTo(of("転入届"));
    assertThat(of(question).words()).containsExactly("転入", "届");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "転入届はいつまで",
        "転入届はいくら",
        "転入届を忘れた",
        "ごみをだすじかん",
        "転入届はいらない",
        "転入届が出せない",
        "転入届が届かない",
        "転入届がいなくなった",
        "転入届は明日",
        "夫に殴られて転入届が出せない",
        "転入届に何を持って行く",
        "どうすればいい？",
        "",
        "！？"
      })
  void isNothingWhereSomethingIsAsked(String question) {
    assertThat(of(question).isNone()).isTrue();
  }

  @Test
  void joinsWhatOnlyNoStandsBetween() {
    assertThat(of("住民票の写し").words()).containsExactly("住民", "票", "写し");
    assertThat(of("ハチの巣").reading()).isEqualTo("はちのす");
  }

  @Test
  void keepsAPrefixThatTheRecipeDrops() {
    assertThat(of("要介護認定").words()).containsExactly("要", "介護", "認定");
    assertThat(of("軽自動車税")).isNotEqualTo(of("自動車税"));
  }

  @ParameterizedTest
  @CsvSource({
    "児童手当, 児童手当はいくらですか。, true",
    "児童手当, 離婚のとき児童手当の届けは要りますか。, true",
    "児童扶養手当, 特別児童扶養手当はだれが受けられますか。, false",
    "印鑑登録, 印鑑登録証明書を取るには何が必要ですか。, false",
    "国民健康保険, 国民健康保険税はいくらですか。, false",
    "自動車税, 軽自動車税はいくらですか。, false",
    "粗大ごみ, 粗大ごみ出したい, true",
    "住民票の写し, 住民票の写しはどこで取れますか。, true",
    "住民票の写し, 写しと住民票, false"
  })
  void standsInATextOnlyAsAWordOfItsOwn(String named, String text, boolean stands) {
    assertThat(of(named).isIn(analysis.tokens(text))).isEqualTo(stands);
  }
}
