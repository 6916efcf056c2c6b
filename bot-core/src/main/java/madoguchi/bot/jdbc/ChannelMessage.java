package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** A row that says what a channel calls a message. */
final class ChannelMessage {

  private static final String ADD =
      """
      INSERT INTO channel_message
        (municipality, conversation_id, channel_id, message_id, taken_back, noted_at)
      VALUES (:municipality, :id, :channelId, :messageId, :takenBack, :now)
      ON CONFLICT DO NOTHING""";

  private ChannelMessage() {}

  /** False when there is one already. */
  static boolean add(
      Handle handle,
      MunicipalityCode municipality,
      String id,
      String channelId,
      Optional<String> messageId,
      boolean takenBack,
      Instant now) {
    return handle
            .createUpdate(ADD)
            .bind("municipality", municipality)
            .bind("id", id)
            .bind("channelId", channelId)
            .bind("messageId", messageId.orElse(null))
            .bind("takenBack", takenBack)
            .bind("now", now)
            .execute()
        == 1;
  }
}
