package madoguchi.bot.jdbc;

import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/**
 * A conversation's row, locked until the end of the transaction. Whoever needs more than one lock
 * takes this one first.
 */
record ConversationLock(long epoch, long fence) {

  /** Waits for the lock; empty when there is no such conversation or it was erased. */
  static Optional<ConversationLock> take(
      Handle handle, MunicipalityCode municipality, String conversationId) {
    return handle
        .createQuery(
            """
            SELECT epoch, lease_fence FROM conversation
            WHERE municipality = :municipality AND id = :id FOR UPDATE""")
        .bind("municipality", municipality)
        .bind("id", conversationId)
        .map((row, context) -> new ConversationLock(row.getLong(1), row.getLong(2)))
        .findOne();
  }
}
