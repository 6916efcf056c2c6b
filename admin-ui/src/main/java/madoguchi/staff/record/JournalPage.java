package madoguchi.staff.record;

import java.util.ArrayList;
import java.util.List;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.journal.JournalPlace;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A page of the journal, and where the next one begins; null when this is the last. */
record JournalPage(List<JournalEntry> entries, @Nullable JournalPlace next) {

  static final int LENGTH = 50;

  /** So many turns are looked through for one page: a rare outcome takes several pages to find. */
  private static final int LOOKED_THROUGH = 2_000;

  private static final int BATCH = 200;

  /**
   * The latest turns before a place in the journal.
   *
   * @param outcome only turns that ended so; empty: all
   */
  static JournalPage of(
      Journal journal, MunicipalityCode municipality, String outcome, JournalPlace before) {
    List<JournalEntry> found = new ArrayList<>();
    JournalPlace from = before;
    for (int seen = 0; seen < LOOKED_THROUGH; seen += BATCH) {
      List<JournalEntry> batch = journal.before(municipality, from, BATCH);
      for (JournalEntry entry : batch) {
        if (found.size() == LENGTH) {
          return new JournalPage(found, from);
        }
        if (outcome.isEmpty() || entry.outcome().equals(outcome)) {
          found.add(entry);
        }
        from = JournalPlace.of(entry);
      }
      if (batch.size() < BATCH) {
        return new JournalPage(found, null);
      }
    }
    return new JournalPage(found, from);
  }
}
