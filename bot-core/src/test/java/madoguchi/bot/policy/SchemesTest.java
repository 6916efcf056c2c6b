package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Responder;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.text.Synonyms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What two schemes of the demo town have is asked about unless something tells whose it is, who
 * wants to enter something is told how, and what something costs is asked in several words.
 */
class SchemesTest {

  private static final Responder RESPONDER =
      DemoTown.responder(Learning.vectors(DemoTown.ENTRIES, Synonyms.municipal()));

  private static Answer answer(String text) {
    return OneTurn.answer(RESPONDER, DemoTown.TOWN, DemoTown.DAY, text);
  }

  private static List<String> candidates(Answer answer) {
    return answer instanceof Answer.Choose choose
        ? choose.candidates().stream().map(hit -> hit.entry().id()).toList()
        : List.of();
  }

  @ParameterizedTest
  @CsvSource({
    "葬祭費, kokuho-sosai, koki-sosai",
    "葬祭費はどうすればいい？, kokuho-sosai, koki-sosai",
    "葬祭費をもらいたい, kokuho-sosai, koki-sosai",
    "そうさいひ, kokuho-sosai, koki-sosai",
    "父が亡くなった　葬祭費, kokuho-sosai, koki-sosai",
    "葬儀の補助金ってあるん, kokuho-sosai, koki-sosai",
    "高額療養費, kokuho-kogaku, koki-kogaku",
    "高額療養費の申請, kokuho-kogaku, koki-kogaku",
    "病院代が高い, kokuho-kogaku, koki-kogaku",
    "資格確認書がほしい, kokuho-shikaku, koki-shikaku",
    "資格確認書をなくした, kokuho-shikaku, koki-shikaku"
  })
  void bothAreOfferedWhenNothingTellsWhich(String text, String one, String other) {
    assertThat(candidates(answer(text))).contains(one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "国保の葬祭費, kokuho-sosai",
    "後期高齢者の葬祭費, koki-sosai",
    "75歳の父が亡くなった　葬祭費, koki-sosai",
    "国保の資格確認書, kokuho-shikaku",
    "ごみを処理場に持ち込みたい, gomi-motikomi",
    "国保に入りたい, kokuho-kanyu",
    "国民年金に入りたい, nenkin-kanyu",
    "保育園に入りたい, hoiku-moshikomi",
    "放課後児童クラブに入りたい, gakudo-moshikomi",
    "町内会に入りたい, iju-chonaikai",
    "消防団に入りたい, shobo-dan",
    "市営住宅に入りたい, jutaku-boshu",
    "幼稚園に入れたい, yochien-nyuen",
    "戸籍謄本の値段, juminhyo-koseki",
    "印鑑証明の値段, juminhyo-inkanshomei"
  })
  void oneIsAnsweredWhenItIsTold(String text, String entry) {
    assertThat(answer(text))
        .isInstanceOfSatisfying(
            Answer.Answered.class,
            answered -> assertThat(answered.hit().entry().id()).isEqualTo(entry));
  }

  @ParameterizedTest
  @CsvSource({
    "学童に入りたい, gakudo-moshikomi",
    "粗大ごみを持ち込みたい, sodai-mochikomi",
    "住民票の値段, juminhyo-utsushi"
  })
  void itIsAmongTheChoicesAtLeast(String text, String entry) {
    assertThat(candidates(answer(text))).contains(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "住民票の値段と、粗大ごみの出し方を教えて, juminhyo-utsushi, sodai-moshikomi",
    "住民票の値段は？あと図書館は何時まで, juminhyo-utsushi, toshokan-kaikan"
  })
  void aPriceBesideAnotherQuestionFindsItsEntryFirst(String text, String one, String other) {
    assertThat(answer(text))
        .isInstanceOfSatisfying(
            Answer.Several.class,
            several ->
                assertThat(several.parts())
                    .extracting(SchemesTest::first)
                    .containsExactly(one, other));
  }

  private static String first(Answer answer) {
    return answer instanceof Answer.Answered(Hit hit, String text, String reason)
        ? hit.entry().id()
        : candidates(answer).stream().findFirst().orElse("");
  }
}
