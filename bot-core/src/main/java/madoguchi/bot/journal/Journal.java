package madoguchi.bot.journal;

import java.time.Instant;
import java.util.List;
import madoguchi.municipality.MunicipalityCode;

/** The record of all turns. Nothing in it is changed; erasure empties the question's words only. */
public interface Journal {

  /** Adds a turn; nothing happens when that message's turn stands already. */
  void append(JournalEntry entry);

  /** The latest turns before an instant, newest first. */
  default List<JournalEntry> before(MunicipalityCode municipality, Instant instant, int limit) {
    return before(municipality, JournalPlace.before(instant), limit);
  }

  /** The latest turns before a place among them, newest first; those of one instant too. */
  List<JournalEntry> before(MunicipalityCode municipality, JournalPlace place, int limit);

  /**
   * Notes whether a line was useful to the resident; the last word counts.
   *
   * @param number the line's number in its conversation
   */
  void feedback(
      MunicipalityCode municipality,
      String conversationId,
      long number,
      boolean useful,
      Instant now);
}
