package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.journal.JournalEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a resident takes back on LINE is gone here, in whatever order the events come. */
class TakingBackTest {

  private static LineTown town;

  @BeforeAll
  static void open() {
    town = new LineTown();
    town.workers.start();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void forgetsTheWordsOfAnAnsweredMessage() {
    ObjectNode event = town.line.text("Ua", "ごみの秘密");
    town.deliver(event);
    town.read("Ua", 1);
    town.deliver(town.line.text("Ua", "転入届"));
    town.read("Ua", 2);
    ObjectNode unsend = town.line.unsend(event);
    town.deliver(unsend);
    assertThat(town.outcome(unsend)).isEqualTo("silent-unsend");
    assertThat(residentsLines("Ua")).containsExactly("転入届");
    assertThat(questions("Ua")).containsExactlyInAnyOrder("", "転入届");
    assertThat(town.line.book("Ua")).hasSize(2);
  }

  @Test
  void takesNothingInOfWhatWasTakenBackBeforeItCame() {
    town.deliver(town.line.text("Ub", "こんにちは"));
    town.read("Ub", 1);
    ObjectNode event = town.line.text("Ub", "ごみの秘密");
    ObjectNode unsend = town.line.unsend(event);
    town.deliver(unsend);
    town.outcome(unsend);
    town.deliver(event);
    assertThat(town.outcome(event)).isEqualTo("taken-back");
    assertThat(residentsLines("Ub")).containsExactly("こんにちは");
    assertThat(questions("Ub")).containsExactly("こんにちは");
    town.settled("Ub");
    assertThat(town.line.book("Ub")).hasSize(1);
  }

  @Test
  void takesNothingInOfWhatIsTakenBackInTheSameDelivery() {
    ObjectNode event = town.line.text("Uc", "ごみの秘密");
    ObjectNode unsend = town.line.unsend(event);
    town.deliver(unsend, event, town.line.text("Uc", "転入届"));
    assertThat(town.outcome(event)).isIn("taken-back", "answered");
    town.outcome(unsend);
    assertThat(residentsLines("Uc")).containsExactly("転入届");
  }

  @Test
  void doesNotSayWhatStillWaitsToBeSaidToIt() {
    town.line.refuse(500, 1_000);
    ObjectNode event = town.line.text("Ud", "ごみの秘密");
    town.deliver(event);
    assertThat(town.outcome(event)).isEqualTo("answered");
    town.deliver(town.line.unsend(event));
    town.line.refuse(500, 0);
    town.deliver(town.line.text("Ud", "転入届"));
    assertThat(town.read("Ud", 1).getFirst().texts().getFirst()).startsWith("14日");
    town.settled("Ud");
    assertThat(town.line.book("Ud")).hasSize(1);
  }

  @Test
  void nobodyTakesBackWhatAnotherSaid() {
    ObjectNode event = town.line.text("Ue", "ごみ");
    town.deliver(event);
    town.read("Ue", 1);
    ObjectNode foreign = town.line.unsend(event);
    foreign.putObject("source").put("type", "user").put("userId", "Uf");
    town.deliver(foreign);
    town.outcome(foreign);
    assertThat(residentsLines("Ue")).containsExactly("ごみ");
  }

  @Test
  void alsoWhileAnotherServiceHasTheWord() {
    ObjectNode event = town.line.text("Ug", "ごみの秘密");
    town.deliver(event);
    town.read("Ug", 1);
    ObjectNode unsend = town.line.unsend(event).put("mode", "standby");
    town.deliver(unsend);
    assertThat(town.outcome(unsend)).isEqualTo("silent-standby");
    assertThat(residentsLines("Ug")).isEmpty();
  }

  private static List<String> residentsLines(String user) {
    return town.conversations.after(LineTown.DEMO, town.conversation(user).id(), 0).stream()
        .filter(line -> line.from() == Sender.RESIDENT)
        .map(Utterance::text)
        .toList();
  }

  private static List<String> questions(String user) {
    String id = town.conversation(user).id();
    return town.journal.before(LineTown.DEMO, town.now.get().plusSeconds(1), 100).stream()
        .filter(entry -> entry.conversationId().equals(id))
        .map(JournalEntry::question)
        .toList();
  }
}
