package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {

  private final Questions questions = Questions.standard(Rules.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "転入届と転居届の違いを教えて",
        "ごみと資源の分別",
        "ごみと資源の分別を教えてください",
        "住民票と印鑑証明がほしい",
        "父と母の介護の相談がしたい",
        "子どもと一緒に転入する手続きを知りたい",
        "夫と離婚したい",
        "粗大ごみを捨てたいのですが、いくらかかりますか",
        "先週引っ越してきました。まず市役所でなにをすればいいですか",
        "こんにちは。住民票はどこで取れますか？",
        "国保に入りたいです。保険料はいくらですか？",
        "図書館に行きたいです。休みはいつですか？",
        "粗大ごみを出したいです。予約したいのですが、いくらかかりますか？",
        "水道を止めたいです。料金はいくらですか？",
        "住民票",
        "マイナンバーカードと健康保険証の関係を教えて。使えますか？",
        "",
        "と、と、と、",
        "。。。？？？"
      })
  void leavesOneQuestionWhole(String text) {
    assertThat(questions.of(text)).containsExactly(text);
  }

  @Test
  void partsTwoMattersWithAnAspectEach() {
    assertThat(questions.of("住民票の値段と、粗大ごみの出し方を教えて")).containsExactly("住民票の値段を教えて", "粗大ごみの出し方を教えて");
    assertThat(questions.of("国保の手続きと保育所の申し込みについて知りたい"))
        .containsExactly("国保の手続きについて知りたい", "保育所の申し込みについて知りたい");
  }

  @Test
  void partsSentencesThatAsk() {
    assertThat(questions.of("住民票はどこで取れますか？粗大ごみはいくらですか？"))
        .containsExactly("住民票はどこで取れますか", "粗大ごみはいくらですか");
    assertThat(questions.of("住民票がほしい\n犬の登録もしたい")).containsExactly("住民票がほしい", "犬の登録もしたい");
  }

  @Test
  void partsAtWordsThatOpenAnotherQuestion() {
    assertThat(questions.of("住民票はいくら？あと、図書館は何時まで")).containsExactly("住民票はいくら", "図書館は何時まで");
    assertThat(questions.of("転入届を出したい、それと犬の登録もしたい")).containsExactly("転入届を出したい", "犬の登録もしたい");
  }

  @Test
  void partsTheLinesOfAList() {
    assertThat(questions.of("教えてほしいことがあります\n1. 住民票の値段\n2. 図書館の休み\n3. 粗大ごみの出し方"))
        .endsWith("図書館の休み", "粗大ごみの出し方");
    assertThat(questions.of("・住民票の値段\n・図書館の休み")).containsExactly("住民票の値段", "図書館の休み");
  }

  @Test
  void carriesWhatWasSaidBeforeIntoEachQuestion() {
    assertThat(questions.of("母が亡くなりました。年金はどうすればいいですか。家の税金はどうなりますか。"))
        .containsExactly("母が亡くなりました。年金はどうすればいいですか", "母が亡くなりました。家の税金はどうなりますか");
  }

  @Test
  void keepsWhatIsToldAfterTheLastQuestion() {
    assertThat(questions.of("住民票はいくらですか？葬祭費はどこでもらえますか？父が昨日亡くなりました"))
        .containsExactly("住民票はいくらですか", "葬祭費はどこでもらえますか。父が昨日亡くなりました");
  }

  @Test
  void takesAWishForAQuestionWhenNoneFollows() {
    assertThat(questions.of("粗大ごみはいくらですか？国保に入りたいです。")).containsExactly("粗大ごみはいくらですか", "国保に入りたいです");
    assertThat(questions.of("住民票の値段を知りたいです。図書館の休みはいつですか？"))
        .containsExactly("住民票の値段を知りたいです", "図書館の休みはいつですか");
  }

  @Test
  void leavesOutSmallTalk() {
    assertThat(questions.of("こんにちは。住民票はいくらですか。図書館は何時までですか。ありがとうございます"))
        .containsExactly("住民票はいくらですか", "図書館は何時までですか");
  }

  @Test
  void takesAMessageOfManyQuestionsWhole() {
    String many = "住民票はいくら？図書館はどこ？ごみはいつ？犬は？税金はいくら？水道は？";
    assertThat(questions.of(many)).containsExactly(many);
  }

  @Test
  void endsSoonOnHostileText() {
    String hostile = "のと、".repeat(160);
    assertThat(questions.of(hostile)).isNotEmpty();
    assertThat(questions.of("の値段と、".repeat(90))).isNotEmpty();
  }
}
