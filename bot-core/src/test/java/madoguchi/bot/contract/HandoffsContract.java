package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.HandoffState;
import madoguchi.bot.handoff.Handoffs;
import org.junit.jupiter.api.Test;

/** What every {@link Handoffs} does. */
public abstract class HandoffsContract extends PortContract {

  private Handoffs all() {
    return ports.handoffs();
  }

  private Handoff open(String citizen, int second) {
    Conversation conversation = conversation(DEMO, citizen);
    return all().open(DEMO, conversation.id(), "市民課", NOON.plusSeconds(second));
  }

  @Test
  void opensACaseThatWaits() {
    Conversation conversation = conversation();
    Handoff opened = all().open(DEMO, conversation.id(), null, NOON);
    assertThat(opened)
        .isEqualTo(
            new Handoff(
                DEMO, opened.id(), conversation.id(), null, HandoffState.WAITING, NOON, null));
    assertThat(all().find(DEMO, opened.id())).contains(opened);
    assertThat(open("somebody else", 1).department()).isEqualTo("市民課");
  }

  @Test
  void hasOneOpenCaseForAConversation() {
    Handoff first = open("a", 0);
    assertThat(open("a", 5)).isEqualTo(first);
    all().claim(DEMO, first.id(), "tanaka");
    assertThat(open("a", 6).claimedBy()).isEqualTo("tanaka");
    all().close(DEMO, first.id());
    assertThat(open("a", 7).id()).isNotEqualTo(first.id());
  }

  @Test
  void listsOpenCasesTheLongestWaitingFirst() {
    Handoff late = open("late", 9);
    Handoff early = open("early", 1);
    Handoff closed = open("closed", 0);
    all().claim(DEMO, late.id(), "tanaka");
    all().close(DEMO, closed.id());
    assertThat(all().pending(DEMO)).extracting(Handoff::id).containsExactly(early.id(), late.id());
    assertThat(all().pending(DEMO).getLast().state()).isEqualTo(HandoffState.CLAIMED);
  }

  @Test
  void refusesASecondClaimAndASecondClosing() {
    Handoff opened = open("a", 0);
    assertThat(all().claim(DEMO, opened.id(), "tanaka")).isTrue();
    assertThat(all().claim(DEMO, opened.id(), "suzuki")).isFalse();
    assertThat(all().close(DEMO, opened.id())).isTrue();
    assertThat(all().close(DEMO, opened.id())).isFalse();
    assertThat(all().claim(DEMO, opened.id(), "suzuki")).isFalse();
    assertThat(all().find(DEMO, opened.id()))
        .hasValueSatisfying(
            c -> {
              assertThat(c.state()).isEqualTo(HandoffState.CLOSED);
              assertThat(c.claimedBy()).isEqualTo("tanaka");
            });
    assertThat(all().claim(DEMO, "unknown", "tanaka")).isFalse();
    assertThat(all().close(DEMO, "unknown")).isFalse();
  }

  @Test
  void opensOneCaseForManyThreads() {
    Conversation conversation = conversation();
    List<String> ids =
        atOnce(16, i -> all().open(DEMO, conversation.id(), null, NOON.plusSeconds(i)).id());
    assertThat(new HashSet<>(ids)).hasSize(1);
    assertThat(all().pending(DEMO)).hasSize(1);
  }

  @Test
  void givesACaseToOneOfManyThreads() {
    Handoff opened = open("a", 0);
    List<Boolean> won = atOnce(16, i -> all().claim(DEMO, opened.id(), "user" + i));
    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    int winner = won.indexOf(true);
    assertThat(all().find(DEMO, opened.id()).orElseThrow().claimedBy()).isEqualTo("user" + winner);
  }
}
