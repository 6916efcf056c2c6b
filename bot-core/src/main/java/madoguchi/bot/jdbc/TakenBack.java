package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/**
 * What citizens take back. Rows are deleted or emptied; that nothing of it is left in the
 * database's files is not promised here, as only a destroyed key can: see the module's
 * RATIONALE.md.
 */
final class TakenBack {

  /** Names it again; not when it was taken back. */
  private static final String ALSO =
      """
      UPDATE channel_message SET message_id = :messageId
      WHERE municipality = :municipality AND conversation_id = :id AND channel_id = :channelId
        AND NOT taken_back""";

  private static final String TAKE =
      """
      UPDATE channel_message SET taken_back = TRUE
      WHERE municipality = :municipality AND conversation_id = :id AND channel_id = :channelId
        AND NOT taken_back""";

  private static final String MESSAGE =
      """
      SELECT message_id FROM channel_message
      WHERE municipality = :municipality AND conversation_id = :id AND channel_id = :channelId
        AND message_id IS NOT NULL""";

  private static final String WAS =
      """
      SELECT COUNT(*) FROM channel_message
      WHERE municipality = :municipality AND conversation_id = :id AND message_id = :messageId
        AND taken_back""";

  private TakenBack() {}

  /** Notes a message that has come; false when it was taken back before. */
  static boolean name(
      Handle handle,
      MunicipalityCode municipality,
      String id,
      String channelId,
      String messageId,
      Instant now) {
    return ChannelMessage.add(
            handle, municipality, id, channelId, Optional.of(messageId), false, now)
        || handle
                .createUpdate(ALSO)
                .bind("municipality", municipality)
                .bind("id", id)
                .bind("channelId", channelId)
                .bind("messageId", messageId)
                .execute()
            == 1;
  }

  /** Takes it back, or notes that it will be when it comes. */
  static void take(
      Handle handle, MunicipalityCode municipality, String id, String channelId, Instant now) {
    if (ConversationLock.take(handle, municipality, id).isEmpty()
        || ChannelMessage.add(handle, municipality, id, channelId, Optional.empty(), true, now)) {
      return;
    }
    int taken =
        handle
            .createUpdate(TAKE)
            .bind("municipality", municipality)
            .bind("id", id)
            .bind("channelId", channelId)
            .execute();
    if (taken == 1) {
      handle
          .createQuery(MESSAGE)
          .bind("municipality", municipality)
          .bind("id", id)
          .bind("channelId", channelId)
          .mapTo(String.class)
          .findOne()
          .ifPresent(messageId -> MessageWords.forget(handle, municipality, id, messageId));
    }
  }

  static boolean was(Handle handle, MunicipalityCode municipality, String id, String messageId) {
    return handle
            .createQuery(WAS)
            .bind("municipality", municipality)
            .bind("id", id)
            .bind("messageId", messageId)
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
