package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Deletes rows of ids whose time is over, of all towns; nothing that still waits. */
final class Sweep {

  private static final String INBOX =
      "DELETE FROM inbox WHERE outcome IS NOT NULL AND received_at < :before";

  private static final String CHANNEL_MESSAGE =
      "DELETE FROM channel_message WHERE noted_at < :before";

  private Sweep() {}

  /** How many there were. */
  static int of(Handle handle, KeptFor keptFor, Instant now) {
    int deleted = 0;
    for (Map.Entry<String, Duration> rows :
        Map.of(INBOX, keptFor.inbox(), CHANNEL_MESSAGE, keptFor.channelMessage()).entrySet()) {
      deleted +=
          handle.createUpdate(rows.getKey()).bind("before", now.minus(rows.getValue())).execute();
    }
    return deleted;
  }
}
