package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Source;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several questions in one message, on the demo town with the real index. */
class AnswerEachTest {

  private static final Responder RESPONDER = DemoTown.responder(WordVectors.NONE);

  private static Answer answer(String text) {
    return end(text).answer();
  }

  private static Step.Result.End end(String text) {
    return OneTurn.end(RESPONDER, DemoTown.TOWN, DemoTown.DAY, text);
  }

  @Test
  void answersEachWithItsSource() {
    Answer answer = answer("住民票いくらかかる？それと、引っ越してきたんだけど何すればいい？");

    assertThat(answer).isInstanceOf(Answer.Several.class);
    assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
    List<Wording.Line> lines = new Wording(Sentences.standard()).of(answer, DemoTown.TOWN);
    assertThat(lines).hasSize(2);
    assertThat(lines.stream().flatMap(line -> line.sources().stream()).map(Source::faqId))
        .containsExactly("juminhyo-utsushi", "hikkoshi-tennyu");
  }

  @Test
  void givesEachEntrysOwnWords() {
    if (answer("住民票いくらかかる？それと、引っ越してきたんだけど何すればいい？") instanceof Answer.Several several) {
      assertThat(several.parts())
          .allSatisfy(
              part -> {
                Answer.Answered one = (Answer.Answered) part;
                assertThat(one.text()).isEqualTo(one.hit().entry().answer());
              });
    } else {
      throw new AssertionError("not several");
    }
  }

  @Test
  void takesAMessageWholeWhosePartsFindNothingOfTheirOwn() {
    assertThat(answer("住民票いくらかかる？あと、それはなんで？")).isNotInstanceOf(Answer.Several.class);
    assertThat(answer("宇宙旅行はいくら？それと、火星の土地はどこで買える？")).isNotInstanceOf(Answer.Several.class);
  }

  @ParameterizedTest
  @CsvSource({
    "国保に入りたいです。保険料はいくらですか？, kokuho-kanyu",
    "国保の手続きはどこですか？保険料はいくらですか？, kokuho-kanyu",
    "図書館に行きたいです。休みはいつですか？, toshokan-kaikan",
    "図書館はどこですか？休みはいつですか？, toshokan-kaikan",
    "粗大ごみを出したいです。予約したいのですが、いくらかかりますか？, sodai-moshikomi",
    "水道を止めたいです。料金はいくらですか？, suido-chushi"
  })
  void takesAQuestionWithWhatItIsAbout(String text, String entry) {
    Answer answer = answer(text);

    assertThat(answer).isNotInstanceOf(Answer.Several.class);
    assertThat(shown(answer)).contains(entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "印鑑証明の値段と、粗大ごみの出し方を教えて",
        "死亡届はどこに出しますか？粗大ごみはいくらですか？",
        "印鑑登録はどこでできますか？粗大ごみはいくらですか？"
      })
  void answersTwoMattersEach(String text) {
    assertThat(answer(text)).isInstanceOf(Answer.Several.class);
  }

  /** The entry that answers, or those that are asked about. */
  private static List<String> shown(Answer answer) {
    return switch (answer) {
      case Answer.Answered(Hit hit, String text, String reason) -> List.of(hit.entry().id());
      case Answer.Choose choose ->
          choose.candidates().stream().map(hit -> hit.entry().id()).toList();
      default -> List.of();
    };
  }

  @Test
  void saysWhichQuestionFoundWhat() {
    List<Hit> hits = end("住民票いくらかかる？それと、引っ越してきたんだけど何すればいい？").turn().hits();

    assertThat(hits.getFirst().why()).contains(new Hit.Signal(AnswerEach.PART, 1, 0));
    assertThat(hits.getLast().why()).contains(new Hit.Signal(AnswerEach.PART, 2, 0));
  }

  @Test
  void answersOneQuestionAsEver() {
    assertThat(answer("住民票いくらかかる")).isInstanceOf(Answer.Answered.class);
  }
}
