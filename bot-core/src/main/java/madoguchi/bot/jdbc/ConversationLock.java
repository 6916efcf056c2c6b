package madoguchi.bot.jdbc;

import java.util.Optional;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/**
 * A conversation's row, locked until the end of the transaction. Whoever needs more than one lock
 * takes this one first.
 *
 * @param last the number of its last line
 * @param waits whether the row says that something waits
 */
record ConversationLock(ConversationState state, long epoch, long fence, long last, boolean waits) {

  private static final String TAKE =
      """
      SELECT state, epoch, lease_fence, last_number, waiting_since FROM conversation
      WHERE municipality = :municipality AND id = :id FOR UPDATE""";

  /** Waits for the lock; empty when there is no such conversation or it was erased. */
  static Optional<ConversationLock> take(
      Handle handle, MunicipalityCode municipality, String conversationId) {
    Place place = new Place(municipality, conversationId);
    Optional<ConversationLock> known = UnitScope.find(place);
    if (known.isPresent()) {
      return known;
    }
    Optional<ConversationLock> taken =
        handle
            .createQuery(TAKE)
            .bind("municipality", municipality)
            .bind("id", conversationId)
            .map(
                (row, context) ->
                    new ConversationLock(
                        ConversationState.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        Database.instantOrNull(row, 5) != null))
            .findOne();
    taken.ifPresent(lock -> UnitScope.note(place, lock));
    return taken;
  }

  ConversationLock standing(ConversationState nextState, long nextEpoch) {
    return new ConversationLock(nextState, nextEpoch, fence, last, waits);
  }

  ConversationLock numbered(long number) {
    return new ConversationLock(state, epoch, fence, number, waits);
  }
}
