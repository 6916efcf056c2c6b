package madoguchi.server.metrics;

import java.time.Instant;
import java.util.List;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.journal.JournalPlace;
import madoguchi.municipality.MunicipalityCode;

/** A journal that counts turns by how they end, and how long they take to think out. */
record CountedJournal(Journal journal, TownMeters meters) implements Journal {

  @Override
  public void append(JournalEntry entry) {
    journal.append(entry);
    Tally.count(
        () ->
            meters.answered(entry.municipality(), entry.channel(), entry.outcome(), entry.took()));
  }

  @Override
  public List<JournalEntry> before(MunicipalityCode municipality, JournalPlace place, int limit) {
    return journal.before(municipality, place, limit);
  }

  @Override
  public void feedback(
      MunicipalityCode municipality,
      String conversationId,
      long number,
      boolean useful,
      Instant now) {
    journal.feedback(municipality, conversationId, number, useful, now);
  }
}
