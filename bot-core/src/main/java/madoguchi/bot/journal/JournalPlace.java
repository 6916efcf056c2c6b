package madoguchi.bot.journal;

import java.time.Instant;

/**
 * A place in a town's journal, from which a page goes on.
 *
 * @param messageId tells turns of one instant apart; empty: before all of that instant
 */
public record JournalPlace(Instant at, String messageId) {

  /** Before all that was asked at an instant. */
  public static JournalPlace before(Instant instant) {
    return new JournalPlace(instant, "");
  }

  /** Just before a turn. */
  public static JournalPlace of(JournalEntry entry) {
    return new JournalPlace(entry.at(), entry.messageId());
  }
}
