package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.journal.JournalPlace;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} does. */
public abstract class JournalContract extends PortContract {

  private Journal all() {
    return ports.journal();
  }

  @Test
  void givesBackWhatWasWritten() {
    JournalEntry full = journal(conversation(), "m1", NOON);
    JournalEntry bare =
        new JournalEntry(
            DEMO,
            full.conversationId(),
            "m2",
            "line",
            NOON.plusMillis(1),
            "",
            "staff",
            "staff-speaking",
            null,
            List.of(),
            Duration.ZERO);
    all().append(full);
    all().append(bare);
    assertThat(all().before(DEMO, NOON.plusSeconds(1), 10)).containsExactly(bare, full);
  }

  @Test
  void pagesBackwardsInTime() {
    Conversation conversation = conversation();
    IntStream.range(0, 6)
        .forEach(i -> all().append(journal(conversation, "m" + i, NOON.plusSeconds(i))));
    assertThat(all().before(DEMO, NOON.plusSeconds(9), 2))
        .extracting(JournalEntry::messageId)
        .containsExactly("m5", "m4");
    assertThat(all().before(DEMO, NOON.plusSeconds(4), 9))
        .extracting(JournalEntry::messageId)
        .containsExactly("m3", "m2", "m1", "m0");
    assertThat(all().before(DEMO, java.time.Instant.MAX, 9)).hasSize(6);
    assertThat(all().before(DEMO, java.time.Instant.MIN, 9)).isEmpty();
  }

  @Test
  void pagesThroughTurnsOfOneInstant() {
    Conversation conversation = conversation();
    IntStream.range(0, 7).forEach(i -> all().append(journal(conversation, "m" + i, NOON)));
    all().append(journal(conversation, "older", NOON.minusSeconds(1)));
    List<String> seen = new ArrayList<>();
    JournalPlace place = JournalPlace.before(NOON.plusSeconds(1));
    List<JournalEntry> page = all().before(DEMO, place, 3);
    while (!page.isEmpty()) {
      page.forEach(entry -> seen.add(entry.messageId()));
      page = all().before(DEMO, JournalPlace.of(page.getLast()), 3);
    }
    assertThat(seen).containsExactly("m6", "m5", "m4", "m3", "m2", "m1", "m0", "older");
    assertThat(all().before(DEMO, NOON, 9))
        .extracting(JournalEntry::messageId)
        .containsExactly("older");
  }

  @Test
  void changesNothingThatStands() {
    JournalEntry first = journal(conversation(), "m", NOON);
    all().append(first);
    all().append(first.wordless());
    assertThat(all().before(DEMO, NOON.plusSeconds(1), 9)).containsExactly(first);
  }

  @Test
  void emptiesTheWordsOfAnErasedConversation() {
    Conversation erased = conversation(DEMO, "erased");
    Conversation living = conversation(DEMO, "living");
    all().append(journal(erased, "m1", NOON));
    all().append(journal(living, "m2", NOON.plusSeconds(1)));
    ports.conversations().erase(DEMO, erased.id());
    all().append(journal(erased, "m3", NOON.plusSeconds(2)));
    assertThat(all().before(DEMO, NOON.plusSeconds(9), 9))
        .extracting(JournalEntry::question)
        .containsExactly("", "引っ越しは？", "");
  }

  @Test
  void takesTheLastWordOnWhatWasUseful() {
    Conversation conversation = conversation();
    ports.conversations().append(DEMO, conversation.id(), List.of(line("m", "a")));
    all().feedback(DEMO, conversation.id(), 1, true, NOON);
    all().feedback(DEMO, conversation.id(), 1, false, NOON.plusSeconds(1));
    List<Boolean> done =
        atOnce(
            8,
            i -> {
              all().feedback(DEMO, conversation.id(), 1, i % 2 == 0, NOON.plusSeconds(i));
              return true;
            });
    assertThat(done).hasSize(8).containsOnly(true);
  }
}
