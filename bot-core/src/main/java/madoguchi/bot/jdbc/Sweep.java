package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deletes rows whose time is over, of all towns; nothing that still waits. */
final class Sweep {

  /** So many at once, about: whoever writes meanwhile is not kept waiting for all of them. */
  static final int AT_ONCE = 5_000;

  private Sweep() {}

  /**
   * Rows that are old.
   *
   * @param at the column that tells how old they are
   * @param ended which of them may go
   */
  private record Old(String table, String at, String ended, Duration keptFor) {

    /** Until when the oldest of them reach, if there are more than can be deleted at once. */
    Optional<Instant> first(Handle handle, Instant before) {
      return handle
          .createQuery(
              "SELECT %s FROM %s WHERE %s AND %s < :before ORDER BY %s LIMIT 1 OFFSET %d"
                  .formatted(at, table, ended, at, at, AT_ONCE - 1))
          .bind("before", before)
          .map((row, context) -> Database.instant(row, at))
          .findFirst();
    }

    int delete(Handle handle, String comparison, Instant bound) {
      return handle
          .createUpdate(
              "DELETE FROM %s WHERE %s AND %s %s :bound".formatted(table, ended, at, comparison))
          .bind("bound", bound)
          .execute();
    }
  }

  /** How many there were. */
  static int of(Handle handle, KeptFor keptFor, Instant now) {
    List<Old> all =
        List.of(
            new Old("inbox", "received_at", "outcome IS NOT NULL", keptFor.inbox()),
            new Old("channel_message", "noted_at", "TRUE", keptFor.channelMessage()),
            new Old("outbox", "created_at", "state NOT IN ('READY', 'TRYING')", keptFor.ended()),
            new Old("feedback", "given_at", "TRUE", keptFor.ended()));
    return all.stream().mapToInt(old -> sweep(handle, old, now.minus(old.keptFor))).sum();
  }

  private static int sweep(Handle handle, Old old, Instant before) {
    int deleted = 0;
    Optional<Instant> first = old.first(handle, before);
    while (first.isPresent()) {
      deleted += old.delete(handle, "<=", first.get());
      first = old.first(handle, before);
    }
    return deleted + old.delete(handle, "<", before);
  }
}
