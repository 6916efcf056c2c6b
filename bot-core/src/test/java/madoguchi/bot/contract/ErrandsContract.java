package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What every {@link Errands} does. */
public abstract class ErrandsContract extends PortContract {

  private static final Instant SOON = NOON.plusSeconds(30);

  private Errands errands() {
    return ports.errands();
  }

  private static Errand errand(String conversationId, String id, long epoch) {
    return Errand.of(
        DEMO,
        id,
        "kind",
        conversationId,
        epoch,
        NOON,
        NOON.plus(Duration.ofDays(1)),
        "words " + id);
  }

  private static Errand ofTown(String id) {
    return errand("", id, 0);
  }

  private Errand only(MunicipalityCode town, Instant now) {
    List<Errand> due = errands().due(town, "kind", now, 10);
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  @Test
  void givesBackWhatIsDueWithItsWords() {
    Conversation conversation = conversation();
    Errand errand = errand(conversation.id(), "m#push", conversation.epoch());
    errands().add(errand);
    assertThat(errands().due(DEMO, "kind", NOON.minusMillis(1), 10)).isEmpty();
    assertThat(errands().due(OTHER, "kind", SOON, 10)).isEmpty();
    assertThat(errands().due(DEMO, "kind", NOON, 10)).containsExactly(errand);
  }

  @Test
  void keepsTheFirstOfTheSameId() {
    errands().add(ofTown("same"));
    errands().add(Errand.of(DEMO, "same", "kind", "", 0, NOON, SOON, "other words"));
    assertThat(only(DEMO, NOON).payload()).isEqualTo("words same");
  }

  @Test
  void goesFromTryToTryUntilItIsDone() {
    errands().add(ofTown("e"));
    Errand first = errands().begin(only(DEMO, NOON), SOON).orElseThrow();
    assertThat(first.attempts()).isOne();
    assertThat(first.payload()).isEqualTo("words e");
    assertThat(errands().due(DEMO, "kind", SOON.minusMillis(1), 10)).isEmpty();
    errands().settle(first, SendState.TRYING, "500", NOON.plusSeconds(5));
    assertThat(errands().due(DEMO, "kind", NOON.plusSeconds(4), 10)).isEmpty();
    Errand second = errands().begin(only(DEMO, NOON.plusSeconds(5)), SOON).orElseThrow();
    assertThat(second.attempts()).isEqualTo(2);
    assertThat(second.note()).isEqualTo("500");
    errands().settle(second, SendState.SENT, "200", NOON);
    assertThat(errands().due(DEMO, "kind", NOON.plus(Duration.ofDays(9)), 10)).isEmpty();
    assertThat(errands().begin(second, SOON)).isEmpty();
    assertThat(errands().troubled(DEMO, "kind", 10)).isEmpty();
  }

  @Test
  void letsOnlyOneBeginIt() {
    errands().add(ofTown("e"));
    Errand due = only(DEMO, NOON);
    assertThat(atOnce(8, i -> errands().begin(due, SOON).isPresent())).containsOnlyOnce(true);
  }

  @Test
  void givesToAnotherWhatWasBegunAndNeverEnded() {
    errands().add(ofTown("e"));
    Errand lost = errands().begin(only(DEMO, NOON), SOON).orElseThrow();
    Errand taken = errands().begin(only(DEMO, SOON), SOON.plusSeconds(30)).orElseThrow();
    assertThat(errands().settle(lost, SendState.SENT, "late", NOON)).isFalse();
    assertThat(errands().due(DEMO, "kind", SOON.plusSeconds(30), 10)).hasSize(1);
    assertThat(errands().settle(taken, SendState.GIVEN_UP, "404", NOON)).isTrue();
    assertThat(errands().settle(taken, SendState.SENT, "again", NOON)).isFalse();
    assertThat(errands().troubled(DEMO, "kind", 10))
        .extracting(Errand::note)
        .containsExactly("404");
  }

  @Test
  void cancelsWhatWasGivenInAnOlderEpoch() {
    Conversation conversation = conversation();
    errands().add(errand(conversation.id(), "m#push", conversation.epoch()));
    errands().add(errand(conversation.id(), "m#content", 0));
    ports.conversations().save(conversation.claimed());
    List<Optional<Errand>> begun =
        errands().due(DEMO, "kind", NOON, 10).stream().map(e -> errands().begin(e, SOON)).toList();
    assertThat(begun.stream().flatMap(Optional::stream).map(Errand::id))
        .containsExactly("m#content");
    assertThat(errands().due(DEMO, "kind", SOON.minusMillis(1), 10)).isEmpty();
    assertThat(errands().troubled(DEMO, "kind", 10)).isEmpty();
  }

  @Test
  void showsWhatFailedWithoutItsWordsNewestFirst() {
    for (int i = 0; i < 4; i++) {
      Instant given = NOON.plusSeconds(i);
      errands().add(Errand.of(DEMO, "e" + i, "kind", "", 0, given, given.plusSeconds(99), "words"));
      Errand begun = errands().begin(only(DEMO, given), SOON).orElseThrow();
      SendState end = i == 0 ? SendState.SENT : i == 1 ? SendState.TRYING : SendState.GIVEN_UP;
      errands().settle(begun, end, "note " + i, SOON.plusSeconds(60));
    }
    errands().add(Errand.of(DEMO, "fresh", "kind", "", 0, NOON, SOON, "words"));
    assertThat(errands().troubled(DEMO, "kind", 2))
        .extracting(Errand::note)
        .containsExactly("note 3", "note 2");
    assertThat(errands().troubled(DEMO, "kind", 10))
        .hasSize(3)
        .allSatisfy(e -> assertThat(e.payload()).isEmpty());
    assertThat(errands().troubled(DEMO, "other", 10)).isEmpty();
    assertThat(errands().troubled(OTHER, "kind", 10)).isEmpty();
  }

  @Test
  void goesWithItsConversation() {
    Conversation conversation = conversation();
    errands().add(errand(conversation.id(), "m#push", 0));
    Errand due = only(DEMO, NOON);
    ports.conversations().erase(DEMO, conversation.id());
    errands().add(errand(conversation.id(), "late", 0));
    assertThat(errands().due(DEMO, "kind", SOON, 10)).isEmpty();
    assertThat(errands().begin(due, SOON)).isEmpty();
  }

  @Test
  void isUndoneWithTheCommitItWasGivenIn() {
    Conversation conversation = conversation();
    try {
      ports
          .unitOfWork()
          .commit(
              () -> {
                errands().add(errand(conversation.id(), "m#push", 0));
                throw new IllegalStateException("broken");
              });
    } catch (IllegalStateException broken) {
      assertThat(broken).hasMessage("broken");
    }
    assertThat(errands().due(DEMO, "kind", NOON, 10)).isEmpty();
  }

  @Test
  void changesTheWordsOfThoseThatMentionSomething() {
    errands().add(ofTown("both"), List.of("100_1", "2001"));
    errands().add(ofTown("one"), List.of("2001"));
    errands().add(ofTown("like it"), List.of("100x1", "100_12"));
    errands().add(ofTown("none"));
    errands().amend(OTHER, "kind", "100_1", words -> "elsewhere");
    errands().amend(DEMO, "other", "100_1", words -> "of another kind");
    errands().amend(DEMO, "kind", "100_1", words -> words + " amended");
    assertThat(errands().due(DEMO, "kind", NOON, 10))
        .extracting(e -> e.id() + ": " + e.payload())
        .containsExactly(
            "both: words both amended",
            "like it: words like it",
            "none: words none",
            "one: words one");
    errands().amend(DEMO, "kind", "2001", words -> words.contains("both") ? words : "");
    assertThat(errands().due(DEMO, "kind", NOON, 10))
        .extracting(Errand::id)
        .containsExactly("both", "like it", "none");
    assertThat(errands().forget(DEMO, SOON)).as("what is cancelled has ended").isOne();
  }

  @Test
  void changesTheWordsOfOneThatIsBeingTriedAndOfNoneThatHasEnded() {
    errands().add(ofTown("tried"), List.of("m"));
    Errand begun = errands().begin(only(DEMO, NOON), SOON).orElseThrow();
    errands().amend(DEMO, "kind", "m", words -> "fewer words");
    errands().settle(begun, SendState.TRYING, "503", SOON);
    assertThat(only(DEMO, SOON).payload()).isEqualTo("fewer words");
    Errand again = errands().begin(only(DEMO, SOON), SOON).orElseThrow();
    errands().settle(again, SendState.SENT, "200", SOON);
    errands().amend(DEMO, "kind", "m", words -> "words again");
    assertThat(errands().due(DEMO, "kind", SOON, 10)).isEmpty();
  }

  @Test
  void changesTheWordsOfOneOfAConversation() {
    Conversation conversation = conversation();
    errands().add(errand(conversation.id(), "m#push", 0), List.of("m"));
    errands().amend(DEMO, "kind", "m", words -> "other words");
    assertThat(only(DEMO, NOON).payload()).isEqualTo("other words");
  }

  @Test
  void keepsLargeBodies() {
    String large = "{\"text\":\"" + "窓口😀".repeat(60_000) + "\"}";
    errands().add(Errand.of(DEMO, "large", "kind", "", 0, NOON, SOON, large));
    assertThat(only(DEMO, NOON).payload()).isEqualTo(large);
  }

  @Test
  void forgetsWhatHasEndedLongAgo() {
    errands().add(ofTown("done"));
    errands()
        .settle(errands().begin(only(DEMO, NOON), SOON).orElseThrow(), SendState.SENT, "200", NOON);
    errands().add(ofTown("open"));
    assertThat(errands().forget(DEMO, NOON)).isZero();
    assertThat(errands().forget(OTHER, SOON)).isZero();
    assertThat(errands().forget(DEMO, SOON)).isOne();
    assertThat(only(DEMO, NOON).id()).isEqualTo("open");
  }
}
