package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Lease;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.Vote;
import org.junit.jupiter.api.Test;

/** What every {@link Conversations} does when a citizen takes a message back, or leaves. */
public abstract class TakingBackContract extends PortContract {

  private Conversations conversations() {
    return ports.conversations();
  }

  private static Utterance said(String messageId, String text) {
    return new Utterance(0, NOON, Sender.RESIDENT, messageId, text, List.of(), List.of());
  }

  /** A turn with everything that can be kept of it. */
  private void turn(Conversation c, String id) throws IOException {
    assertThat(conversations().named(DEMO, c.id(), "line-" + id, id, NOON)).isTrue();
    conversations().append(DEMO, c.id(), List.of(said(id, "secret " + id), line(id, "answer")));
    ports.journal().append(journal(c, id, NOON));
    ports.outbox().add(dispatch(c, id + "#reply", NOON));
    ports.errands().add(Errand.of(DEMO, id + "#push", "k", c.id(), 0, NOON, NOON, "secret"));
    Attachment photo = Attachment.awaited(DEMO, c.id(), id, "image", "", NOON, NOON.plusSeconds(9));
    ports.attachments().expect(photo);
    ports.attachments().store(photo, "image/png", new ByteArrayInputStream(new byte[] {1, 2}));
  }

  @Test
  void forgetsEveryWordOfItAndNothingElse() throws IOException {
    Conversation c = conversation();
    turn(c, "m1");
    turn(c, "m2");
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    assertThat(conversations().after(DEMO, c.id(), 0))
        .extracting(Utterance::text)
        .containsExactly("answer", "secret m2", "answer");
    assertThat(conversations().latest(DEMO, c.id(), 10)).hasSize(3);
    assertThat(conversations().turn(DEMO, c.id(), "m1"))
        .extracting(Utterance::text)
        .containsExactly("answer");
    assertThat(ports.journal().before(DEMO, NOON.plusSeconds(1), 10))
        .extracting(e -> e.messageId() + " " + e.question())
        .containsExactlyInAnyOrder("m1 ", "m2 引っ越しは？");
    assertThat(ports.attachments().of(DEMO, c.id()))
        .extracting(Attachment::id)
        .containsExactly("m2");
    assertThat(ports.errands().due(DEMO, "k", NOON, 10))
        .extracting(Errand::id)
        .containsExactly("m2#push");
  }

  @Test
  void doesNotSayWhatWasToBeSaidToItButAnswersTheOthers() throws IOException {
    Conversation c = conversation();
    turn(c, "m1");
    turn(c, "m2");
    Lease lease = new Lease(DEMO, c.id(), 1);
    Dispatch first = ports.outbox().next(lease).orElseThrow();
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    assertThat(ports.outbox().trying(first)).isFalse();
    Dispatch next = ports.outbox().next(lease).orElseThrow();
    assertThat(next.id()).isEqualTo("m2#reply");
    assertThat(ports.outbox().trying(next)).isTrue();
    assertThat(ports.outbox().troubled(DEMO, 10)).isEmpty();
  }

  @Test
  void remembersWhatIsTakenBackBeforeItComes() {
    Conversation c = conversation();
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    assertThat(conversations().named(DEMO, c.id(), "line-m1", "m1", NOON)).isFalse();
    assertThat(conversations().named(DEMO, c.id(), "line-m2", "m2", NOON)).isTrue();
  }

  @Test
  void mayBeToldTwice() throws IOException {
    Conversation c = conversation();
    turn(c, "m1");
    for (int i = 0; i < 2; i++) {
      conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
      conversations().takeBack(DEMO, c.id(), "line-other", NOON);
    }
    assertThat(conversations().after(DEMO, c.id(), 0)).hasSize(1);
    assertThat(conversations().wasTakenBack(DEMO, c.id(), "m1")).isTrue();
    assertThat(conversations().named(DEMO, c.id(), "line-m1", "m1", NOON)).isFalse();
  }

  @Test
  void staysWithinItsConversationAndTown() throws IOException {
    Conversation c = conversation();
    Conversation other = conversation(DEMO, "other");
    Conversation elsewhere = conversation(OTHER, "somebody");
    turn(c, "m1");
    conversations().takeBack(DEMO, other.id(), "line-m1", NOON);
    conversations().takeBack(OTHER, elsewhere.id(), "line-m1", NOON);
    conversations().takeBack(OTHER, c.id(), "line-m1", NOON);
    assertThat(conversations().after(DEMO, c.id(), 0)).hasSize(2);
    assertThat(conversations().wasTakenBack(DEMO, c.id(), "m1")).isFalse();
  }

  private static Vote vote(Conversation in, long number, String askedIn) {
    return new Vote(
        in.municipality(), in.id(), number, askedIn, "secret " + askedIn, "s", "a", true, NOON);
  }

  @Test
  void forgetsTheVotesWhoseQuestionItWas() throws IOException {
    Conversation c = conversation();
    Conversation other = conversation(DEMO, "other");
    turn(c, "m1");
    turn(c, "m2");
    ports.resolved().vote(vote(c, 2, "m1"));
    ports.resolved().vote(vote(c, 4, "m2"));
    ports.resolved().vote(vote(c, 6, "m1"));
    ports.resolved().vote(vote(other, 2, "m1"));
    assertThat(ports.resolved().agreed(DEMO, 2)).hasSize(1);
    long before = ports.resolved().revision(DEMO);
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    assertThat(ports.resolved().open(DEMO, 10))
        .extracting(Vote::conversationId, Vote::number)
        .containsExactlyInAnyOrder(tuple(c.id(), 4L), tuple(other.id(), 2L));
    assertThat(ports.resolved().open(DEMO, c.id(), 2)).isEmpty();
    assertThat(ports.resolved().accept(DEMO, c.id(), 6, "hana", NOON)).isFalse();
    assertThat(ports.resolved().revision(DEMO)).isGreaterThan(before);
  }

  @Test
  void forgetsWhatStaffDecidedAboutItOrAboutAVoteOnIt() throws IOException {
    Conversation c = conversation();
    turn(c, "m1");
    turn(c, "m2");
    ports.resolved().vote(vote(c, 2, "m1"));
    ports.resolved().vote(vote(c, 4, "m2"));
    for (long number : List.of(2L, 4L)) {
      assertThat(ports.resolved().accept(DEMO, c.id(), number, "hana", NOON)).isTrue();
    }
    for (String message : List.of("m1", "m2")) {
      ports
          .resolved()
          .decide(
              new ResolvedQuestion(
                  DEMO, DecisionId.ofMessage(message), "secret " + message, "a", "hana", NOON));
    }
    long before = ports.resolved().revision(DEMO);
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    assertThat(ports.resolved().decided(DEMO))
        .extracting(ResolvedQuestion::id)
        .containsExactlyInAnyOrder(DecisionId.ofMessage("m2"), DecisionId.ofVote(c.id(), 4));
    assertThat(ports.resolved().revision(DEMO)).isGreaterThan(before);
  }

  @Test
  void takesNoVoteOnAQuestionThatWasTakenBack() throws IOException {
    Conversation c = conversation();
    turn(c, "m1");
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    ports.resolved().vote(vote(c, 2, "m1"));
    assertThat(ports.resolved().open(DEMO, 10)).isEmpty();
    assertThat(ports.resolved().agreed(DEMO, 1)).isEmpty();
  }

  @Test
  void numbersGoOnAfterwards() throws IOException {
    Conversation c = conversation();
    turn(c, "m1");
    conversations().takeBack(DEMO, c.id(), "line-m1", NOON);
    assertThat(conversations().append(DEMO, c.id(), List.of(said("m3", "next"))))
        .extracting(Utterance::number)
        .containsExactly(3L);
  }

  @Test
  void knowsWhoHasLeft() {
    Conversation c = conversation();
    assertThat(conversations().hasLeft(DEMO, c.id())).isFalse();
    conversations().left(DEMO, c.id(), true);
    assertThat(conversations().hasLeft(DEMO, c.id())).isTrue();
    conversations().left(DEMO, c.id(), false);
    assertThat(conversations().hasLeft(DEMO, c.id())).isFalse();
    conversations().erase(DEMO, c.id());
    assertThat(conversations().hasLeft(DEMO, c.id())).isTrue();
  }
}
