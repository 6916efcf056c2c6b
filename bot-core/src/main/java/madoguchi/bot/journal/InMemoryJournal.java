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

  private static final Comparator<JournalPlace> ORDER =
      Comparator.comparing(JournalPlace::at).thenComparing(JournalPlace::messageId);

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
  public List<JournalEntry> before(MunicipalityCode municipality, JournalPlace place, int limit) {
    return entries.rows(municipality, e -> ORDER.compare(JournalPlace.of(e), place) < 0).stream()
        .sorted(Comparator.comparing(JournalPlace::of, ORDER).reversed())
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
