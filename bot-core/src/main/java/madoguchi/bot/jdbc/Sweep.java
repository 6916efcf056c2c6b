package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Deletes rows whose time is over, of all towns; nothing that still waits. */
final class Sweep {

  /** So many at once: whoever writes meanwhile is not kept waiting for all of them. */
  static final int AT_ONCE = 5_000;

  private static final String INBOX =
      some("inbox", "message_id", "outcome IS NOT NULL AND received_at < :before");

  private static final String CHANNEL_MESSAGE =
      some("channel_message", "conversation_id, channel_id", "noted_at < :before");

  private static final String OUTBOX =
      some("outbox", "id", "state NOT IN ('READY', 'TRYING') AND created_at < :before");

  private static final String FEEDBACK =
      some("feedback", "conversation_id, number", "given_at < :before");

  private Sweep() {}

  /** How many there were. */
  static int of(Handle handle, KeptFor keptFor, Instant now) {
    int deleted = 0;
    for (Map.Entry<String, Duration> rows :
        Map.of(
                INBOX, keptFor.inbox(),
                CHANNEL_MESSAGE, keptFor.channelMessage(),
                OUTBOX, keptFor.ended(),
                FEEDBACK, keptFor.ended())
            .entrySet()) {
      deleted += all(handle, rows.getKey(), now.minus(rows.getValue()));
    }
    return deleted;
  }

  private static int all(Handle handle, String some, Instant before) {
    int deleted = 0;
    int last;
    do {
      last = handle.createUpdate(some).bind("before", before).execute();
      deleted += last;
    } while (last == AT_ONCE);
    return deleted;
  }

  /** Deletes some of a table's rows by their key within the town. */
  private static String some(String table, String key, String old) {
    return """
        DELETE FROM %s WHERE (municipality, %s) IN (
          SELECT municipality, %s FROM %s WHERE %s LIMIT %d)"""
        .formatted(table, key, key, table, old, AT_ONCE);
  }
}
