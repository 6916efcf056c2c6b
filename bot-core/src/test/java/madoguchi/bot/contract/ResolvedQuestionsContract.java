package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.resolved.Agreed;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.resolved.Vote;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What every {@link ResolvedQuestions} does. */
public abstract class ResolvedQuestionsContract extends PortContract {

  private ResolvedQuestions all() {
    return ports.resolved();
  }

  private static ResolvedQuestion decision(
      MunicipalityCode town, String id, String faqId, Instant at) {
    return new ResolvedQuestion(town, id, "ひっこしの紙は？\u0000", faqId, "hana", at);
  }

  private static Vote vote(Conversation in, long number, String faqId, boolean useful, Instant at) {
    return new Vote(
        in.municipality(),
        in.id(),
        number,
        "m" + (number - 1),
        "粗大ゴミの料金",
        "ごみ 料金 粗大",
        faqId,
        useful,
        at);
  }

  private Conversation some(String name) {
    return conversation(DEMO, name);
  }

  @Test
  void givesBackDecisionsNewestFirstAsStorableText() {
    all().decide(decision(DEMO, "a", "tennyu", NOON));
    all().decide(decision(DEMO, "b", "gomi", NOON.plusSeconds(1)));
    assertThat(all().decided(DEMO))
        .extracting(ResolvedQuestion::id, ResolvedQuestion::faqId, ResolvedQuestion::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", "gomi", "hana"),
            org.assertj.core.groups.Tuple.tuple("a", "tennyu", "hana"));
    assertThat(all().decided(DEMO).getFirst().question()).startsWith("ひっこしの紙は？");
    assertThat(all().decided(DEMO).getFirst().question()).doesNotContain("\u0000");
    assertThat(all().decided(DEMO).getFirst().at()).isEqualTo(NOON.plusSeconds(1));
    assertThat(all().decided(OTHER)).isEmpty();
  }

  @Test
  void decidesOnceAboutOneThingAlsoWhenManyDecideAtOnce() {
    List<Boolean> won = atOnce(8, i -> all().decide(decision(DEMO, "same", "entry-" + i, NOON)));
    assertThat(won).containsOnlyOnce(true);
    assertThat(all().decided(DEMO)).hasSize(1);
    assertThat(all().forget(DEMO, "same")).isTrue();
    assertThat(all().forget(DEMO, "same")).isFalse();
    assertThat(all().decided(DEMO)).isEmpty();
  }

  @Test
  void raisesTheRevisionOfThatTownAloneWhenSomethingIsToBeLearned() {
    long before = all().revision(DEMO);
    all().decide(decision(DEMO, "a", "tennyu", NOON));
    long after = all().revision(DEMO);
    assertThat(after).isGreaterThan(before);
    all().decide(decision(DEMO, "a", "tennyu", NOON));
    assertThat(all().revision(DEMO)).isEqualTo(after);
    all().forget(DEMO, "a");
    assertThat(all().revision(DEMO)).isGreaterThan(after);
    assertThat(all().revision(OTHER)).isZero();
  }

  @Test
  void forgetsFirstWhatIsNotNeededThenWhatIsOld() {
    for (int i = 0; i < 5; i++) {
      all().decide(decision(DEMO, "d" + i, i == 3 ? "withdrawn" : "tennyu", NOON.plusSeconds(i)));
    }
    all().decide(decision(OTHER, "d9", "withdrawn", NOON));
    assertThat(all().forgetBeyond(DEMO, 3, faqId -> faqId.equals("tennyu"))).isEqualTo(2);
    assertThat(all().decided(DEMO))
        .extracting(ResolvedQuestion::id)
        .containsExactly("d4", "d2", "d1");
    assertThat(all().forgetBeyond(DEMO, 3, faqId -> true)).isZero();
    assertThat(all().decided(OTHER)).hasSize(1);
  }

  @Test
  void theLastWordOnALineCounts() {
    Conversation one = some("one");
    all().vote(vote(one, 2, "sodai", true, NOON));
    all().vote(vote(one, 2, "sodai", false, NOON.plusSeconds(5)));
    assertThat(all().open(DEMO, 10))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.useful()).isFalse();
              assertThat(open.question()).isEqualTo("粗大ゴミの料金");
              assertThat(open.faqId()).isEqualTo("sodai");
              assertThat(open.number()).isEqualTo(2);
              assertThat(open.at()).isEqualTo(NOON.plusSeconds(5));
            });
    assertThat(all().open(OTHER, 10)).isEmpty();
  }

  @Test
  void listsOpenVotesNewestFirst() {
    for (int i = 0; i < 4; i++) {
      all().vote(vote(some("c" + i), 2, "entry" + i, true, NOON.plusSeconds(i)));
    }
    assertThat(all().open(DEMO, 3))
        .extracting(Vote::faqId)
        .containsExactly("entry3", "entry2", "entry1");
  }

  @Test
  void agreesOnlyByThreeDifferentConversations() {
    Conversation first = some("a");
    all().vote(vote(first, 2, "sodai", true, NOON));
    all().vote(vote(first, 4, "sodai", true, NOON));
    all().vote(vote(first, 6, "sodai", true, NOON));
    all().vote(vote(some("b"), 2, "sodai", true, NOON));
    all().vote(vote(some("c"), 2, "gomi", true, NOON));
    all().vote(vote(some("d"), 2, "sodai", false, NOON));
    assertThat(all().agreed(DEMO, 3)).isEmpty();
    long before = all().revision(DEMO);
    all().vote(vote(some("e"), 2, "sodai", true, NOON));
    assertThat(all().agreed(DEMO, 3)).containsExactly(new Agreed("粗大ゴミの料金", "sodai", 3));
    assertThat(all().revision(DEMO)).isGreaterThan(before);
    assertThat(all().agreed(OTHER, 1)).isEmpty();
  }

  @Test
  void otherWordsAreAnotherQuestion() {
    for (int i = 0; i < 3; i++) {
      Conversation in = some("c" + i);
      all().vote(new Vote(DEMO, in.id(), 2, "m1", "問い" + i, "terms " + i, "sodai", true, NOON));
    }
    assertThat(all().agreed(DEMO, 3)).isEmpty();
    assertThat(all().agreed(DEMO, 1)).hasSize(3);
  }

  @Test
  void takingAVoteBackEndsTheAgreement() {
    List<Conversation> three = List.of(some("a"), some("b"), some("c"));
    three.forEach(in -> all().vote(vote(in, 2, "sodai", true, NOON)));
    long before = all().revision(DEMO);
    all().vote(vote(three.getLast(), 2, "sodai", false, NOON.plusSeconds(1)));
    assertThat(all().agreed(DEMO, 3)).isEmpty();
    assertThat(all().revision(DEMO)).isGreaterThan(before);
  }

  @Test
  void anErasedConversationTakesItsVotesAlongButNoDecision() {
    List<Conversation> three = List.of(some("a"), some("b"), some("c"));
    three.forEach(in -> all().vote(vote(in, 2, "sodai", true, NOON)));
    Conversation decided = some("d");
    all().vote(vote(decided, 2, "gomi", true, NOON));
    assertThat(all().accept(DEMO, decided.id(), 2, "hana", NOON)).isTrue();
    long before = all().revision(DEMO);
    ports.conversations().erase(DEMO, three.getFirst().id());
    ports.conversations().erase(DEMO, decided.id());
    assertThat(all().agreed(DEMO, 3)).isEmpty();
    assertThat(all().open(DEMO, 10)).hasSize(2);
    assertThat(all().revision(DEMO)).isGreaterThan(before);
    assertThat(all().decided(DEMO))
        .extracting(ResolvedQuestion::question)
        .containsExactly("粗大ゴミの料金");
    all().vote(vote(three.getFirst(), 2, "sodai", true, NOON));
    assertThat(all().open(DEMO, 10)).as("a vote after the erasure").hasSize(2);
  }

  @Test
  void oneCuratorAloneSettlesAVote() {
    Conversation in = some("a");
    all().vote(vote(in, 2, "sodai", true, NOON));
    List<Boolean> won =
        atOnce(
            8,
            i ->
                i % 2 == 0
                    ? all().accept(DEMO, in.id(), 2, "hana", NOON)
                    : all().refuse(DEMO, in.id(), 2));
    assertThat(won).containsOnlyOnce(true);
    assertThat(all().open(DEMO, 10)).isEmpty();
    assertThat(all().open(DEMO, in.id(), 2)).isEmpty();
    assertThat(all().accept(DEMO, "nobody", 2, "hana", NOON)).isFalse();
  }

  @Test
  void anAcceptedVoteIsADecisionAndARefusedOneCountsNoMore() {
    List<Conversation> three = List.of(some("a"), some("b"), some("c"));
    three.forEach(in -> all().vote(vote(in, 2, "sodai", true, NOON)));
    assertThat(all().refuse(DEMO, three.get(0).id(), 2)).isTrue();
    assertThat(all().agreed(DEMO, 3)).isEmpty();
    assertThat(all().accept(DEMO, three.get(1).id(), 2, "hana", NOON)).isTrue();
    assertThat(all().decided(DEMO))
        .extracting(ResolvedQuestion::id)
        .containsExactly(DecisionId.ofVote(three.get(1).id(), 2));
    all().vote(vote(three.get(0), 2, "sodai", true, NOON.plusSeconds(9)));
    assertThat(all().open(DEMO, 10)).as("the same vote again").hasSize(1);
    all().vote(vote(three.get(0), 2, "sodai", false, NOON.plusSeconds(10)));
    assertThat(all().open(DEMO, 10)).as("another opinion").hasSize(2);
  }
}
