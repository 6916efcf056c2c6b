package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.resolved.InMemoryResolvedQuestions;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.Vote;
import org.junit.jupiter.api.Test;

/** What a vote and a decision become. */
class CurationTest {

  private final House house = new House();
  private final InMemoryResolvedQuestions resolved =
      new InMemoryResolvedQuestions(house.memory, house.conversations);
  private final Curation curation =
      new Curation(house.stores, resolved, house.catalog, new ResolvedLimits(3, 2), house.clock);
  private final Conversation conversation = house.conversation("web");

  private void said(Sender from, String turn, String text, String... entries) {
    house.conversations.append(
        House.DEMO,
        conversation.id(),
        List.of(
            new Utterance(
                0,
                House.NOON,
                from,
                turn,
                text,
                List.of(entries).stream().map(id -> new Source(id, id, null)).toList(),
                List.of())));
  }

  private void offered(String turn, String label, String entry) {
    house.conversations.append(
        House.DEMO,
        conversation.id(),
        List.of(
            new Utterance(
                0,
                House.NOON,
                Sender.BOT,
                turn,
                "どちらですか。",
                List.of(),
                List.of(
                    new Choice(label, Wording.FAQ + entry), new Choice("どれでもない", Wording.NONE)))));
  }

  private List<Vote> open() {
    return resolved.open(House.DEMO, 10);
  }

  @Test
  void aVoteOnAShownEntryIsAProposalWithTheResidentsQuestion() {
    said(Sender.RESIDENT, "m1", "ソファはどうする？");
    said(Sender.BOT, "m1", "電話で申し込んでください。", "sodai");
    assertThat(curation.vote(conversation, 2, true)).isTrue();
    assertThat(open())
        .singleElement()
        .satisfies(
            vote -> {
              assertThat(vote.question()).isEqualTo("ソファはどうする？");
              assertThat(vote.faqId()).isEqualTo("sodai");
              assertThat(vote.useful()).isTrue();
            });
    assertThat(resolved.decided(House.DEMO)).isEmpty();
  }

  @Test
  void ofAPressedChoiceTheQuestionBeforeItIsLearned() {
    said(Sender.RESIDENT, "m1", "いらないソファ");
    offered("m1", "粗大ごみの出し方", "sodai");
    said(Sender.RESIDENT, "m2", "粗大ごみの出し方");
    said(Sender.BOT, "m2", "電話で申し込んでください。", "sodai");
    curation.vote(conversation, 4, true);
    assertThat(open()).extracting(Vote::question).containsExactly("いらないソファ");
  }

  @Test
  void masksWhatIdentifiesAPerson() {
    said(Sender.RESIDENT, "m1", "電話090-1234-5678の者です。ソファは？");
    said(Sender.BOT, "m1", "電話で申し込んでください。", "sodai");
    curation.vote(conversation, 2, true);
    assertThat(open().getFirst().question()).doesNotContain("1234");
    curation.assign(House.DEMO, "m9", "090-1234-5678 ソファ", "sodai", "hana");
    assertThat(resolved.decided(House.DEMO).getFirst().question())
        .contains("ソファ")
        .doesNotContain("1234");
  }

  @Test
  void refusesVotesOnWhatTheBotHasNotSaid() {
    said(Sender.RESIDENT, "m1", "ごみ");
    assertThat(curation.vote(conversation, 1, true)).isFalse();
    assertThat(curation.vote(conversation, 2, true)).isFalse();
    assertThat(curation.vote(conversation, 0, true)).isFalse();
    assertThat(open()).isEmpty();
  }

  @Test
  void aVoteOnALineThatShowedNoEntryTeachesNothing() {
    said(Sender.RESIDENT, "m1", "ごみ");
    offered("m1", "粗大ごみの出し方", "sodai");
    assertThat(curation.vote(conversation, 2, true)).isTrue();
    assertThat(open()).isEmpty();
  }

  @Test
  void aVoteOnOneOfSeveralAnswersTeachesNothing() {
    said(Sender.RESIDENT, "m1", "ソファはどうする？それと転入届は？");
    said(Sender.BOT, "m1", "電話で申し込んでください。", "sodai");
    said(Sender.BOT, "m1", "14日以内に届け出てください。", "tennyu");
    assertThat(curation.vote(conversation, 2, true)).isTrue();
    assertThat(curation.vote(conversation, 3, true)).isTrue();
    assertThat(open()).isEmpty();
  }

  @Test
  void likeQuestionsHaveTheSameTermsInAnyOrderAndWriting() {
    VotedQuestion like = new VotedQuestion();
    assertThat(like.sameAs("粗大ゴミの料金は？")).isEqualTo(like.sameAs("料金　粗大ごみ"));
    assertThat(like.sameAs("粗大ゴミの料金は？")).isNotEqualTo(like.sameAs("粗大ごみの予約"));
    assertThat(like.sameAs("？？")).isNotBlank();
  }

  @Test
  void threeConversationsAgree() {
    for (String door : List.of("web", "line", "kiosk")) {
      Conversation in = house.conversation(door);
      house.conversations.append(
          House.DEMO,
          in.id(),
          List.of(
              new Utterance(0, House.NOON, Sender.RESIDENT, "m", "ソファの料金", List.of(), List.of()),
              new Utterance(
                  0,
                  House.NOON,
                  Sender.BOT,
                  "m",
                  "電話で。",
                  List.of(new Source("sodai", "粗大", null)),
                  List.of())));
      assertThat(resolved.agreed(House.DEMO, 3)).isEmpty();
      curation.vote(in, 2, true);
    }
    assertThat(resolved.agreed(House.DEMO, 3)).hasSize(1);
  }

  @Test
  void decidesOnceAndKeepsNoMoreThanTheLimitTheWithdrawnFirst() {
    assertThat(curation.assign(House.DEMO, "m1", "転入の紙", "gone", "hana")).isTrue();
    assertThat(curation.assign(House.DEMO, "m1", "転入の紙", "gomi", "taro")).isFalse();
    house.now.set(House.NOON.plusSeconds(1));
    curation.assign(House.DEMO, "m2", "ごみの日", "gomi", "hana");
    house.now.set(House.NOON.plusSeconds(2));
    curation.assign(House.DEMO, "m3", "ソファ", "sodai", "hana");
    assertThat(resolved.decided(House.DEMO))
        .extracting(ResolvedQuestion::faqId)
        .containsExactly("sodai", "gomi");
    String id = resolved.decided(House.DEMO).getFirst().id();
    assertThat(curation.forget(House.DEMO, id)).isTrue();
    assertThat(curation.forget(House.DEMO, id)).isFalse();
  }

  @Test
  void oneOfTwoCuratorsIsTold() {
    said(Sender.RESIDENT, "m1", "ソファはどうする？");
    said(Sender.BOT, "m1", "電話で申し込んでください。", "sodai");
    curation.vote(conversation, 2, true);
    assertThat(curation.accept(House.DEMO, conversation.id(), 2, "hana")).isTrue();
    assertThat(curation.refuse(House.DEMO, conversation.id(), 2)).isFalse();
    assertThat(resolved.decided(House.DEMO)).hasSize(1);
  }
}
