package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import madoguchi.bot.resolved.Vote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a vote on a card becomes: the same as one in the web chat. */
class LineVotesTest {

  private LineTown town;

  @BeforeEach
  void open() {
    town = new LineTown();
    town.workers.start();
  }

  @AfterEach
  void close() {
    town.close();
  }

  private JsonNode asked(String user, String text) {
    int before = town.line.book(user).size();
    JsonNode event = town.line.text(user, text);
    town.deliver(event);
    town.read(user, before + 1);
    return event;
  }

  private void votes(String user, JsonNode on, String answer, String entry) {
    JsonNode vote =
        town.line.postback(
            user,
            "vote="
                + answer
                + ":line:"
                + on.path("webhookEventId").asString()
                + (entry.isEmpty() ? "" : "&entry=" + entry));
    town.deliver(vote);
    assertThat(town.outcome(vote)).isEqualTo("greeting");
  }

  private List<Vote> open(LineTown in) {
    return in.resolved.open(LineTown.DEMO, 10);
  }

  @Test
  void aVoteIsAProposalWithTheResidentsQuestion() {
    JsonNode event = asked("Ua", "ごみの日は");
    votes("Ua", event, "yes", "gomi");
    assertThat(open(town))
        .extracting(Vote::question, Vote::faqId, Vote::useful)
        .containsExactly(tuple("ごみの日は", "gomi", true));
    assertThat(town.resolved.decided(LineTown.DEMO)).isEmpty();
  }

  @Test
  void theLastWordCountsAndRepeatingItCountsOnce() {
    JsonNode event = asked("Ua", "ごみの日は");
    votes("Ua", event, "yes", "gomi");
    votes("Ua", event, "yes", "gomi");
    assertThat(town.resolved.agreed(LineTown.DEMO, 1)).hasSize(1);
    votes("Ua", event, "no", "gomi");
    assertThat(open(town)).extracting(Vote::useful).containsExactly(false);
    assertThat(town.resolved.agreed(LineTown.DEMO, 1)).isEmpty();
  }

  @Test
  void onlyAnEntryThatWasShownInThisConversation() {
    JsonNode event = asked("Ua", "ごみの日は");
    asked("Ub", "こんにちは");
    votes("Ua", event, "yes", "sodai");
    votes("Ub", event, "yes", "gomi");
    assertThat(open(town)).isEmpty();
  }

  @Test
  void ofTwoCardsInOneReplyNeitherStandsForTheWholeMessage() {
    JsonNode event = asked("Ua", "ごみの日は？転入届はどこ？");
    votes("Ua", event, "yes", "tennyu");
    assertThat(open(town)).isEmpty();
  }

  @Test
  void aCardOfAnOlderVersionVotesOnWhatItsReplyShowed() {
    JsonNode event = asked("Ua", "ごみの日は");
    votes("Ua", event, "no", "");
    assertThat(open(town))
        .extracting(Vote::faqId, Vote::useful)
        .containsExactly(tuple("gomi", false));
  }

  @Test
  void whatIsTakenBackTakesItsVoteAlong() {
    JsonNode event = asked("Ua", "ごみの秘密");
    votes("Ua", event, "yes", "gomi");
    JsonNode unsend = town.line.unsend(event);
    town.deliver(unsend);
    town.outcome(unsend);
    assertThat(open(town)).isEmpty();
    votes("Ua", event, "yes", "gomi");
    assertThat(open(town)).isEmpty();
  }
}
