package madoguchi.bot.jdbc;

import java.util.Optional;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Lets a person bring what may have arrived another way, and keeps its words until that ended. */
final class Release {

  /** A further condition on the outbox as {@code o}; locks. */
  static final String AMBIGUOUS =
      "WHERE o.municipality = :municipality AND o.id = :id AND o.state = 'AMBIGUOUS' FOR UPDATE";

  private static final String CONVERSATION =
      """
      SELECT conversation_id FROM outbox
      WHERE municipality = :municipality AND id = :id AND state = 'AMBIGUOUS'""";

  private static final String BEGIN =
      """
      UPDATE outbox SET state = 'PASSED_ON', attempts = attempts + 1
      WHERE municipality = :municipality AND id = :id""";

  /** Only what a person has brought another way has words then. */
  private static final String SETTLE =
      """
      UPDATE outbox
      SET state = CASE WHEN :arrived THEN 'SENT' ELSE 'AMBIGUOUS' END, note = :note,
        payload = CASE WHEN :arrived THEN NULL ELSE payload END
      WHERE municipality = :municipality AND id = :id AND state = 'PASSED_ON'
        AND payload IS NOT NULL""";

  private Release() {}

  /**
   * Its conversation, whose row is locked first, as whoever erases it or takes a message back does.
   */
  static Optional<String> candidate(Handle handle, MunicipalityCode municipality, String id) {
    return handle
        .createQuery(CONVERSATION)
        .bind("municipality", municipality)
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .filter(
            conversationId ->
                ConversationLock.take(handle, municipality, conversationId).isPresent());
  }

  /** As it stands afterwards. */
  static Dispatch begin(Handle handle, Dispatch dispatch) {
    handle
        .createUpdate(BEGIN)
        .bind("municipality", dispatch.municipality())
        .bind("id", dispatch.id())
        .execute();
    return dispatch.moved(SendState.PASSED_ON, 1, dispatch.note());
  }

  static void settle(
      Handle handle, MunicipalityCode municipality, String id, boolean arrived, String note) {
    handle
        .createUpdate(SETTLE)
        .bind("arrived", arrived)
        .bind("note", note)
        .bind("municipality", municipality)
        .bind("id", id)
        .execute();
  }
}
