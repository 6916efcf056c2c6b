package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.conversation.Standing;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import org.junit.jupiter.api.Test;

/** What every {@link Conversations} does. */
public abstract class ConversationsContract extends PortContract {

  private Conversations all() {
    return ports.conversations();
  }

  @Test
  void beginsWithTheBotInEpochOne() {
    Conversation fresh = conversation();
    assertThat(fresh.state()).isEqualTo(ConversationState.BOT);
    assertThat(fresh.epoch()).isEqualTo(1);
    assertThat(fresh.openedAt()).isEqualTo(NOON);
    assertThat(all().find(DEMO, fresh.id())).contains(fresh);
  }

  @Test
  void opensTheSameConversationForTheSameCitizenAtTheSameChannel() {
    Citizen citizen = new Citizen("c");
    Conversation web = all().open(DEMO, "web", citizen, NOON);
    assertThat(all().open(DEMO, "web", citizen, NOON.plusSeconds(9))).isEqualTo(web);
    assertThat(all().open(DEMO, "line", citizen, NOON).id()).isNotEqualTo(web.id());
    assertThat(all().open(DEMO, "web", new Citizen("C"), NOON).id()).isNotEqualTo(web.id());
    assertThat(all().of(DEMO, "web", citizen)).contains(web);
    assertThat(all().of(DEMO, "other", citizen)).isEmpty();
  }

  @Test
  void opensOneConversationForManyThreads() {
    List<String> ids = atOnce(20, i -> conversation().id());
    assertThat(new HashSet<>(ids)).hasSize(1);
  }

  @Test
  void savesStateAndEpoch() {
    Conversation claimed = conversation().claimed();
    all().save(claimed);
    assertThat(all().find(DEMO, claimed.id())).contains(claimed);
  }

  @Test
  void refusesToSaveAnEpochThatHasPassed() {
    Conversation before = conversation();
    all().save(before.claimed());
    assertThatThrownBy(() -> all().save(before.waiting())).isInstanceOf(EpochPassed.class);
    assertThat(all().find(DEMO, before.id())).contains(before.claimed());
  }

  @Test
  void numbersLinesFromOneOnwards() {
    String id = conversation().id();
    List<Utterance> first = all().append(DEMO, id, List.of(line("m1", "a"), line("m1", "b")));
    List<Utterance> second = all().append(DEMO, id, List.of(line("m2", "c")));
    assertThat(first).extracting(Utterance::number).containsExactly(1L, 2L);
    assertThat(second).extracting(Utterance::number).containsExactly(3L);
    assertThat(all().append(DEMO, id, List.of())).isEmpty();
  }

  @Test
  void givesBackLinesAsTheyWere() {
    String id = conversation().id();
    List<Utterance> lines = all().append(DEMO, id, List.of(line("m1", "転入届は14日以内です。")));
    assertThat(all().after(DEMO, id, 0)).isEqualTo(lines);
  }

  @Test
  void readsOnwardsBackwardsAndByTurn() {
    String id = conversation().id();
    all()
        .append(
            DEMO,
            id,
            IntStream.rangeClosed(1, 7).mapToObj(i -> line("m" + i % 2, "" + i)).toList());
    assertThat(all().after(DEMO, id, 4)).extracting(Utterance::text).containsExactly("5", "6", "7");
    assertThat(all().after(DEMO, id, 7)).isEmpty();
    assertThat(all().latest(DEMO, id, 2)).extracting(Utterance::text).containsExactly("6", "7");
    assertThat(all().latest(DEMO, id, 100)).hasSize(7);
    assertThat(all().turn(DEMO, id, "m0"))
        .extracting(Utterance::text)
        .containsExactly("2", "4", "6");
  }

  @Test
  void givesAtMostFiveHundredLinesAtOnce() {
    String id = conversation().id();
    all().append(DEMO, id, IntStream.range(0, 501).mapToObj(i -> line("m", "" + i)).toList());
    assertThat(all().after(DEMO, id, 0)).hasSize(500);
    assertThat(all().after(DEMO, id, 500)).hasSize(1);
  }

  @Test
  void numbersWithoutAGapWhenManyWriteAtOnce() {
    String id = conversation().id();
    atOnce(
        30,
        i -> {
          try {
            return ports
                .unitOfWork()
                .commit(
                    () -> {
                      List<Utterance> added =
                          all().append(DEMO, id, List.of(line("m", "a"), line("m", "b")));
                      if (i % 3 == 0) {
                        throw new IllegalStateException("thought better of it");
                      }
                      return added;
                    });
          } catch (IllegalStateException undone) {
            return List.of();
          }
        });
    List<Long> numbers =
        new ArrayList<>(all().after(DEMO, id, 0).stream().map(Utterance::number).toList());
    assertThat(numbers).containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void keepsAnyTextThatPeopleType() {
    String id = conversation().id();
    String sql = "'; DROP TABLE utterance; --";
    String html = "<script>alert(1)</script>&amp;";
    all()
        .append(
            DEMO,
            id,
            List.of(
                line("m", "👨‍👩‍👧‍👦🇯🇵"),
                line("m", sql),
                line("m", html),
                line("m", "a\uD83Db\uDE00c"),
                line("m", "N\u0000U\u0000L"),
                line("m", ""),
                line("m", "長".repeat(100_000))));
    assertThat(all().after(DEMO, id, 0))
        .extracting(Utterance::text)
        .containsExactly(
            "👨‍👩‍👧‍👦🇯🇵", sql, html, "a\uFFFDb\uFFFDc", "NUL", "", "長".repeat(100_000));
  }

  @Test
  void erasesConversationAndLines() {
    Conversation conversation = conversation();
    all().append(DEMO, conversation.id(), List.of(line("m", "a")));
    all().erase(DEMO, conversation.id());
    assertThat(all().find(DEMO, conversation.id())).isEmpty();
    assertThat(all().after(DEMO, conversation.id(), 0)).isEmpty();
    assertThat(all().latest(DEMO, conversation.id(), 9)).isEmpty();
    assertThat(all().turn(DEMO, conversation.id(), "m")).isEmpty();
    assertThat(conversation().id()).isNotEqualTo(conversation.id());
  }

  @Test
  void storesNothingForAnErasedConversation() {
    Conversation conversation = conversation();
    all().erase(DEMO, conversation.id());
    all().save(conversation);
    assertThat(all().append(DEMO, conversation.id(), List.of(line("m", "late")))).isEmpty();
    assertThat(all().find(DEMO, conversation.id())).isEmpty();
    assertThat(all().after(DEMO, conversation.id(), 0)).isEmpty();
  }

  @Test
  void erasureTakesThePostAlongAndLeavesTheFacts() {
    Conversation conversation = conversation();
    String id = conversation.id();
    ports.inbox().accept(List.of(arrival(conversation, "answered"), arrival(conversation, "open")));
    ports.inbox().done(DEMO, "answered", "answered");
    ports.outbox().add(dispatch(conversation, "d", NOON));
    ports.journal().append(journal(conversation, "answered", NOON));
    String opened = ports.handoffs().open(DEMO, id, null, NOON).id();

    all().erase(DEMO, id);

    assertThat(ports.leases().take("w", NOON.plusSeconds(60), LENGTH)).isEmpty();
    assertThat(ports.inbox().outcome(DEMO, "answered")).contains("answered");
    assertThat(ports.handoffs().pending(DEMO)).isEmpty();
    assertThat(ports.handoffs().find(DEMO, opened)).isPresent();
    assertThat(ports.handoffs().close(DEMO, opened)).isFalse();
    assertThat(ports.journal().before(DEMO, NOON.plusSeconds(1), 10))
        .containsExactly(journal(conversation, "answered", NOON).wordless());
  }

  @Test
  void tellsHowManyConversationsStandInOneLook() {
    Conversation quiet = conversation(DEMO, "quiet");
    Conversation busy = conversation(DEMO, "busy");
    Conversation gone = conversation(DEMO, "gone");
    Conversation elsewhere = conversation(OTHER, "elsewhere");
    all().append(DEMO, busy.id(), List.of(line("m", "一"), line("m", "二")));
    all().save(busy.waiting());
    all().erase(DEMO, gone.id());
    assertThat(
            all()
                .standings(
                    DEMO,
                    List.of(quiet.id(), busy.id(), gone.id(), elsewhere.id(), "never", quiet.id())))
        .isEqualTo(
            java.util.Map.of(
                quiet.id(), new Standing(ConversationState.BOT, 0),
                busy.id(), new Standing(ConversationState.WAITING, 2)));
    assertThat(all().standings(DEMO, List.of())).isEmpty();
  }

  @Test
  void erasesAgainWithoutComplaint() {
    Conversation conversation = conversation();
    all().erase(DEMO, conversation.id());
    all().erase(DEMO, conversation.id());
    all().erase(DEMO, "never-was");
    assertThat(all().find(DEMO, conversation.id())).isEmpty();
  }
}
