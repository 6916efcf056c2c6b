package madoguchi.bot.journal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.municipality.MunicipalityCode;

/** A journal that is forgotten with the process. */
public final class InMemoryJournal implements Journal {

  private final Conversations conversations;
  private final MemoryTable<JournalEntry> entries;
  private final MemoryTable<Boolean> feedback;

  /** Beside the conversations whose erasure empties its words. */
  public InMemoryJournal(Memory memory, Conversations conversations) {
    this.conversations = conversations;
    this.entries = memory.table();
    this.feedback = memory.table();
  }

  @Override
  public void append(JournalEntry entry) {
    if (entries.get(entry.municipality(), entry.messageId()).isEmpty()) {
      entries.put(entry.municipality(), entry.messageId(), entry);
    }
  }

  @Override
  public List<JournalEntry> before(MunicipalityCode municipality, Instant instant, int limit) {
    return entries.rows(municipality, e -> e.at().isBefore(instant)).stream()
        .sorted(
            Comparator.comparing(JournalEntry::at)
                .thenComparing(JournalEntry::messageId)
                .reversed())
        .limit(limit)
        .map(this::withoutErasedWords)
        .toList();
  }

  @Override
  public void feedback(
      MunicipalityCode municipality,
      String conversationId,
      long number,
      boolean useful,
      Instant now) {
    feedback.put(municipality, conversationId + ' ' + number, useful);
  }

  private JournalEntry withoutErasedWords(JournalEntry e) {
    boolean erased =
        conversations.find(e.municipality(), e.conversationId()).isEmpty()
            || conversations.wasTakenBack(e.municipality(), e.conversationId(), e.messageId());
    return erased ? e.wordless() : e;
  }
}
