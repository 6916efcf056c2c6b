package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} does. */
public abstract class OutboxContract extends PortContract {

  private Outbox outbox() {
    return ports.outbox();
  }

  private static Lease on(Conversation conversation) {
    return new Lease(conversation.municipality(), conversation.id(), 1);
  }

  @Test
  void givesBackWhatMustBeSent() {
    Conversation conversation = conversation();
    Dispatch dispatch = dispatch(conversation, "d", NOON);
    outbox().add(dispatch);
    assertThat(outbox().next(on(conversation))).contains(dispatch);
  }

  @Test
  void goesInOrderUntilEachIsSettled() {
    Conversation conversation = conversation();
    outbox().add(dispatch(conversation, "third", NOON.plusMillis(2)));
    outbox().add(dispatch(conversation, "a first", NOON));
    outbox().add(dispatch(conversation, "b second", NOON));
    for (String id : List.of("a first", "b second", "third")) {
      Dispatch next = outbox().next(on(conversation)).orElseThrow();
      assertThat(next.id()).isEqualTo(id);
      assertThat(outbox().trying(next)).isTrue();
      assertThat(outbox().next(on(conversation))).map(Dispatch::id).contains(id);
      outbox().settle(next, SendState.SENT, "200");
    }
    assertThat(outbox().next(on(conversation))).isEmpty();
  }

  @Test
  void countsTriesAndKeepsTheWordsBetweenThem() {
    Conversation conversation = conversation();
    Dispatch ready = dispatch(conversation, "d", NOON);
    outbox().add(ready);
    outbox().trying(ready);
    outbox().settle(ready, SendState.TRYING, "500");
    outbox().trying(ready);
    Dispatch trying = outbox().next(on(conversation)).orElseThrow();
    assertThat(trying.state()).isEqualTo(SendState.TRYING);
    assertThat(trying.attempts()).isEqualTo(2);
    assertThat(trying.payload()).isEqualTo(ready.payload());
  }

  @Test
  void cancelsWhatWasSaidInAnOlderEpoch() {
    Conversation conversation = conversation();
    Dispatch dispatch = dispatch(conversation, "d", NOON);
    outbox().add(dispatch);
    ports.conversations().save(conversation.claimed());
    assertThat(outbox().trying(dispatch)).isFalse();
    assertThat(outbox().next(on(conversation))).isEmpty();
    assertThat(outbox().troubled(DEMO, 10)).isEmpty();
  }

  @Test
  void triesNothingThatIsSettled() {
    Conversation conversation = conversation();
    Dispatch dispatch = dispatch(conversation, "d", NOON);
    outbox().add(dispatch);
    outbox().trying(dispatch);
    outbox().settle(dispatch, SendState.SENT, "200");
    assertThat(outbox().trying(dispatch)).isFalse();
    outbox().settle(dispatch, SendState.GIVEN_UP, "late");
    assertThat(outbox().troubled(DEMO, 10)).isEmpty();
    assertThat(outbox().next(on(conversation))).isEmpty();
  }

  @Test
  void showsWhatCouldNotBeSentNewestFirst() {
    Conversation conversation = conversation();
    for (int i = 0; i < 4; i++) {
      Dispatch dispatch = dispatch(conversation, "d" + i, NOON.plusSeconds(i));
      outbox().add(dispatch);
      outbox().trying(dispatch);
      outbox().settle(dispatch, i % 2 == 0 ? SendState.GIVEN_UP : SendState.AMBIGUOUS, "4" + i);
    }
    assertThat(outbox().troubled(DEMO, 3))
        .extracting(Dispatch::note)
        .containsExactly("43", "42", "41");
    assertThat(outbox().troubled(DEMO, 1).getFirst().payload()).isEqualTo("words of d3");
    assertThat(outbox().troubled(OTHER, 3)).isEmpty();
  }

  @Test
  void saysWhetherSomethingWentWrongLately() {
    Conversation conversation = conversation();
    assertThat(outbox().hasTrouble(DEMO, NOON.minusSeconds(1))).isFalse();
    for (SendState state : List.of(SendState.SENT, SendState.PASSED_ON, SendState.GIVEN_UP)) {
      Dispatch dispatch = dispatch(conversation, "d " + state, NOON);
      outbox().add(dispatch);
      outbox().trying(dispatch);
      assertThat(outbox().hasTrouble(DEMO, NOON.minusSeconds(1))).isFalse();
      outbox().settle(dispatch, state, "note");
    }
    assertThat(outbox().hasTrouble(DEMO, NOON.minusSeconds(1))).isTrue();
    assertThat(outbox().hasTrouble(DEMO, NOON)).isFalse();
    assertThat(outbox().hasTrouble(OTHER, NOON.minusSeconds(1))).isFalse();
  }

  @Test
  void forgetsTheWordsWithTheConversation() {
    Conversation conversation = conversation();
    Dispatch failed = dispatch(conversation, "failed", NOON);
    outbox().add(failed);
    outbox().settle(failed, SendState.AMBIGUOUS, "expired");
    outbox().add(dispatch(conversation, "ready", NOON));
    ports.conversations().erase(DEMO, conversation.id());
    outbox().add(dispatch(conversation, "late", NOON));
    assertThat(outbox().next(on(conversation))).isEmpty();
    assertThat(outbox().trying(dispatch(conversation, "ready", NOON))).isFalse();
    assertThat(outbox().troubled(DEMO, 10))
        .singleElement()
        .extracting(Dispatch::payload)
        .isEqualTo("");
  }

  @Test
  void releasesAnAmbiguousOneOnceAndWithItsWords() {
    Conversation conversation = conversation();
    for (SendState state : List.of(SendState.AMBIGUOUS, SendState.GIVEN_UP)) {
      Dispatch dispatch = dispatch(conversation, "m#" + state, NOON);
      outbox().add(dispatch);
      outbox().trying(dispatch);
      outbox().settle(dispatch, state, "expired");
    }
    assertThat(outbox().releaseAmbiguous(OTHER, "m#AMBIGUOUS")).isEmpty();
    assertThat(outbox().releaseAmbiguous(DEMO, "m#GIVEN_UP")).isEmpty();
    List<Boolean> released =
        atOnce(8, i -> outbox().releaseAmbiguous(DEMO, "m#AMBIGUOUS").isPresent());
    assertThat(released).containsOnlyOnce(true);
    assertThat(outbox().troubled(DEMO, 10)).extracting(Dispatch::id).containsExactly("m#GIVEN_UP");
  }

  @Test
  void keepsTheWordsOfWhatWasReleasedUntilItIsKnownHowThatEnded() {
    Conversation conversation = conversation();
    Dispatch dispatch = ambiguous(conversation, "m#reply");
    for (int tries = 2; tries < 4; tries++) {
      Dispatch released = outbox().releaseAmbiguous(DEMO, "m#reply").orElseThrow();
      assertThat(released.payload()).isEqualTo(dispatch.payload());
      assertThat(released.attempts()).isEqualTo(tries);
      assertThat(outbox().troubled(DEMO, 10)).isEmpty();
      assertThat(outbox().next(on(conversation))).isEmpty();
      outbox().settleReleased(OTHER, "m#reply", false, "elsewhere");
      outbox().settleReleased(DEMO, "m#reply", false, "quota " + tries);
      assertThat(outbox().troubled(DEMO, 10))
          .singleElement()
          .satisfies(
              again -> {
                assertThat(again.state()).isEqualTo(SendState.AMBIGUOUS);
                assertThat(again.payload()).isEqualTo(dispatch.payload());
              });
    }
    assertThat(outbox().troubled(DEMO, 10)).extracting(Dispatch::note).containsExactly("quota 3");
    outbox().releaseAmbiguous(DEMO, "m#reply");
    outbox().settleReleased(DEMO, "m#reply", true, "200");
    outbox().settleReleased(DEMO, "m#reply", false, "late");
    assertThat(outbox().troubled(DEMO, 10)).isEmpty();
    assertThat(outbox().releaseAmbiguous(DEMO, "m#reply")).isEmpty();
  }

  @Test
  void settlesNothingThatWasNotReleased() {
    Conversation conversation = conversation();
    ambiguous(conversation, "m#reply");
    outbox().settleReleased(DEMO, "m#reply", true, "200");
    outbox().settleReleased(DEMO, "unknown", true, "200");
    assertThat(outbox().troubled(DEMO, 10)).extracting(Dispatch::note).containsExactly("expired");
  }

  @Test
  void whatWasReleasedStaysAwayOnceItsWordsAreGone() {
    Conversation conversation = conversation();
    ports.conversations().named(DEMO, conversation.id(), "line-m", "m", NOON);
    ambiguous(conversation, "m#reply");
    outbox().releaseAmbiguous(DEMO, "m#reply");
    ports.conversations().takeBack(DEMO, conversation.id(), "line-m", NOON);
    outbox().settleReleased(DEMO, "m#reply", false, "quota");
    assertThat(outbox().troubled(DEMO, 10)).isEmpty();
  }

  private Dispatch ambiguous(Conversation conversation, String id) {
    Dispatch dispatch = dispatch(conversation, id, NOON);
    outbox().add(dispatch);
    outbox().trying(dispatch);
    outbox().settle(dispatch, SendState.AMBIGUOUS, "expired");
    return dispatch;
  }

  @Test
  void releasesNothingWhoseWordsAreGone() {
    Conversation conversation = conversation();
    ambiguous(conversation, "m#reply");
    ports.conversations().erase(DEMO, conversation.id());
    assertThat(outbox().releaseAmbiguous(DEMO, "m#reply")).isEmpty();
  }

  @Test
  void keepsNoWordsThatNobodyMaySend() {
    Conversation conversation = conversation();
    Dispatch dispatch = dispatch(conversation, "m#reply", NOON);
    outbox().add(dispatch);
    outbox().settle(dispatch, SendState.GIVEN_UP, "400");
    assertThat(outbox().troubled(DEMO, 10))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.note()).isEqualTo("400");
              assertThat(failed.payload()).isEmpty();
            });
  }

  @Test
  void whatGoesAnotherWayIsNoLongerToBeSentAndNoTrouble() {
    Conversation conversation = conversation();
    Dispatch dispatch = dispatch(conversation, "m#reply", NOON);
    outbox().add(dispatch);
    outbox().settle(dispatch, SendState.PASSED_ON, "expired");
    assertThat(outbox().next(on(conversation))).isEmpty();
    assertThat(outbox().trying(dispatch)).isFalse();
    assertThat(outbox().troubled(DEMO, 10)).isEmpty();
  }
}
