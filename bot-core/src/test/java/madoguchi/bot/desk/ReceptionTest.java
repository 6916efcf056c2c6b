package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Said;
import madoguchi.knowledge.faq.FaqState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every ending of the funnel. */
class ReceptionTest {

  private final House house = new House();
  private Conversation conversation = house.conversation("web");
  private int count;

  @Test
  void answersWithTheEntryWordForWordAndItsSource() {
    Reception.Received turn = ask("転入届はどうする？");
    assertThat(turn.answer().outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(turn.said()).hasSize(1);
    assertThat(turn.said().getFirst().text()).isEqualTo("14日以内に届け出てください。");
    assertThat(turn.said().getFirst().sources()).containsExactly(new Source("tennyu", "転入届", null));
    assertThat(turn.journal().faqId()).isEqualTo("tennyu");
    assertThat(turn.journal().evidence()).hasSize(1);
  }

  @Test
  void searchesForNothingThatComesTooLate() {
    Reception.Received turn = tooLate("転入届はどうする？");
    assertThat(turn.answer()).isEqualTo(new Answer.Failed("too-late"));
    assertThat(turn.resident().text()).isEqualTo("転入届はどうする？");
    assertThat(turn.journal().evidence()).isEmpty();
  }

  @Test
  void hearsWhoIsInNeedOrWantsAPersonHoweverLate() {
    assertThat(tooLate("死にたい").answer().outcome()).isEqualTo(ask("死にたい").answer().outcome());
    assertThat(tooLate("職員に相談したい").answer().outcome()).isEqualTo(Outcome.HANDED_OVER);
  }

  private Reception.Received tooLate(String text) {
    return house.reception.receiveTooLate(
        house.town, conversation, house.says(conversation, "late", new Said.Text(text)));
  }

  @Test
  void asksWhichIsMeantWhenUnsure() {
    Reception.Received turn = ask("粗大ごみかな");
    assertThat(turn.answer().outcome()).isEqualTo(Outcome.CHOOSE);
    assertThat(turn.said().getFirst().choices())
        .containsExactly(
            new Choice("ごみ", "faq:gomi"),
            new Choice("粗大", "faq:sodai"),
            new Choice("どれでもない", "none"));
  }

  @Test
  void takesAChoiceThatWasOffered() {
    ask("粗大ごみかな");
    Reception.Received turn = take(new Said.Chosen("faq:sodai"));
    assertThat(turn.answer().outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(turn.said().getFirst().text()).isEqualTo("電話で申し込んでください。");
    assertThat(turn.resident().text()).isEqualTo("粗大");
  }

  @Test
  void refusesAChoiceThatWasNeverOffered() {
    Reception.Received turn = take(new Said.Chosen("faq:gomi"));
    assertThat(turn.answer()).isEqualTo(new Answer.Refused("unknown-choice"));
    assertThat(turn.said().getFirst().sources()).isEmpty();
  }

  @Test
  void doesNotAnswerWithAnEntryThatWasWithdrawnMeanwhile() {
    ask("粗大ごみかな");
    house.catalog.store(
        House.DEMO,
        List.of(house.catalog.find(House.DEMO, "sodai").orElseThrow().withState(FaqState.ENDED)),
        "test");
    assertThat(take(new Said.Chosen("faq:sodai")).answer())
        .isEqualTo(new Answer.Refused("withdrawn"));
  }

  @Test
  void noneOfTheseOffersAPerson() {
    ask("粗大ごみかな");
    Reception.Received turn = take(new Said.Chosen("none"));
    assertThat(turn.answer()).isEqualTo(new Answer.Unanswered("none-of-these"));
    assertThat(turn.said().getFirst().choices()).containsExactly(new Choice("職員に相談する", "handoff"));
    assertThat(take(new Said.Chosen("handoff")).answer().outcome()).isEqualTo(Outcome.HANDED_OVER);
  }

  @Test
  void ownsUpWhenNothingFits() {
    assertThat(ask("ごみがもやもや").answer()).isEqualTo(new Answer.Unanswered("below-threshold"));
    assertThat(ask("隕石").answer()).isEqualTo(new Answer.Unanswered("nothing-found"));
    assertThat(ask("😀😀").said().getFirst().text()).contains("0000-12-3000");
  }

  @Test
  void handsOverToTheDepartmentTheConversationIsAbout() {
    ask("転入届は？");
    Reception.Received turn = take(new Said.AskedForPerson());
    assertThat(turn.answer()).isInstanceOf(Answer.HandedOver.class);
    assertThat(turn.conversation().state()).isEqualTo(ConversationState.WAITING);
    assertThat(turn.said().getFirst().text()).contains("市民課", "0000-12-3101", "平日 9時〜17時");
  }

  @Test
  void handsOverToTheGeneralDeskOtherwise() {
    assertThat(ask("職員と話したい").said().getFirst().text()).contains("0000-12-3000", "8時30分");
  }

  @Test
  void whatIsTypedIsAboutWhatWasSaidLately() {
    ask("転入届は？");
    for (int i = 0; i < 4; i++) {
      ask("隕石");
    }
    assertThat(ask("職員と話したい").said().getFirst().text()).contains("0000-12-3000");
    assertThat(take(new Said.AskedForPerson()).said().getFirst().text()).contains("0000-12-3101");
  }

  @Test
  void takesAChoiceThatWasOfferedLongAgo() {
    ask("粗大ごみかな");
    for (int i = 0; i < 40; i++) {
      ask("隕石");
    }
    Reception.Received turn = take(new Said.Chosen("faq:sodai"));
    assertThat(turn.said().getFirst().text()).isEqualTo("電話で申し込んでください。");
    assertThat(turn.resident().text()).isEqualTo("粗大");
  }

  @ParameterizedTest
  @ValueSource(strings = {"死にたい。ごみの日", "夫に殴られて転入届が出せない", "虐待されている子がいる"})
  void dangerGetsHotLinesAndAPersonNeverAnEntry(String text) {
    Reception.Received turn = ask(text);
    assertThat(turn.answer()).isInstanceOf(Answer.Crisis.class);
    assertThat(turn.said().getFirst().text()).contains("110");
    assertThat(turn.said().getFirst().sources()).isEmpty();
    assertThat(turn.said().getFirst().choices())
        .extracting(Choice::value)
        .containsExactly("handoff");
    assertThat(turn.journal().reason()).startsWith("crisis-");
  }

  @Test
  void masksBeforeAnythingIsKept() {
    Reception.Received turn = ask("123456789018 です。転入届は？");
    assertThat(turn.resident().text()).isEqualTo("〔個人番号〕 です。転入届は？");
    assertThat(turn.journal().question()).isEqualTo("〔個人番号〕 です。転入届は？");
    assertThat(turn.said()).hasSize(2);
    assertThat(turn.said().getFirst().text()).isEqualTo("14日以内に届け出てください。");
    assertThat(turn.said().get(1).text()).contains("番号を入力しないで");
  }

  @Test
  void staysSilentWhileAPersonSpeaks() {
    conversation = conversation.claimed();
    house.conversations.save(conversation);
    Reception.Received turn = ask("転入届は？");
    assertThat(turn.answer().outcome()).isEqualTo(Outcome.STAFF);
    assertThat(turn.said()).isEmpty();
    assertThat(turn.resident().text()).isEqualTo("転入届は？");
    Reception.Received masked = ask("123456789018 です");
    assertThat(masked.said()).isEmpty();
    assertThat(masked.resident().text()).isEqualTo("〔個人番号〕 です");
  }

  @Test
  void beginsAgainWithTheBotAfterTheEnd() {
    conversation = conversation.closed();
    assertThat(ask("転入届は？").conversation().state()).isEqualTo(ConversationState.BOT);
  }

  @Test
  void refusesWhatItCannotReadKindly() {
    assertThat(take(new Said.Sent("sticker")).said().getFirst().text()).contains("スタンプ");
    assertThat(take(new Said.Sent("image")).said().getFirst().text()).contains("写真");
    assertThat(ask("あ".repeat(10_000)).answer()).isEqualTo(new Answer.Refused("too-long"));
  }

  @Test
  void greetsWhoArrivesAndWhoGreets() {
    assertThat(take(new Said.Arrived()).said().getFirst().text()).contains("あおば野市");
    assertThat(ask("こんにちは").answer().outcome()).isEqualTo(Outcome.GREETING);
    assertThat(ask("ありがとう").said().getFirst().text()).contains("うれしい");
  }

  @Test
  void aBrokenStepBecomesAnEndingWithTheOfficesTelephone() {
    Reception.Received turn = ask("壊れた");
    assertThat(turn.answer()).isEqualTo(new Answer.Failed("IllegalStateException"));
    assertThat(turn.said().getFirst().text()).contains("0000-12-3000");
  }

  private Reception.Received ask(String text) {
    return take(new Said.Text(text));
  }

  private Reception.Received take(Said said) {
    Reception.Received turn =
        house.reception.receive(
            house.town, conversation, house.says(conversation, "m" + ++count, said));
    List<Utterance> lines =
        Stream.concat(Stream.of(turn.resident()), turn.said().stream()).toList();
    house.conversations.append(House.DEMO, conversation.id(), lines);
    return turn;
  }
}
