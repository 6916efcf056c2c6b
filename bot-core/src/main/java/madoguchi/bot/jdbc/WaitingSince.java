package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import madoguchi.bot.post.Lease;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Keeps on each conversation's row since when something waits in its inbox or outbox, so that
 * workers find the longest waiting one by an index. It may say too much, never too little: whoever
 * adds work notes it here in the same transaction, and whoever looks and finds none corrects it
 * under the row's lock.
 */
final class WaitingSince {

  private static final String EARLIER =
      """
      UPDATE conversation
      SET waiting_since = CASE WHEN waiting_since < :since THEN waiting_since ELSE :since END
      WHERE municipality = :municipality AND id = :id""";

  /** State by state, as {@link JdbcOutbox} looks for them, so that the index serves both. */
  static final String FOUND =
      """
      SELECT MIN(since) FROM (
        SELECT MIN(received_at) AS since FROM inbox
        WHERE municipality = :municipality AND conversation_id = :id
          AND outcome IS NULL AND payload IS NOT NULL
        UNION ALL
        SELECT MIN(created_at) AS since FROM outbox
        WHERE municipality = :municipality AND conversation_id = :id
          AND state = 'READY' AND payload IS NOT NULL
        UNION ALL
        SELECT MIN(created_at) AS since FROM outbox
        WHERE municipality = :municipality AND conversation_id = :id
          AND state = 'TRYING' AND payload IS NOT NULL) waiting""";

  private static final String LEFT =
      """
      UPDATE conversation SET lease_until = :until, waiting_since = (%s)
      WHERE municipality = :municipality AND id = :id AND lease_fence = :fence"""
          .formatted(FOUND);

  private static final String CORRECTED =
      """
      UPDATE conversation SET waiting_since = :since
      WHERE municipality = :municipality AND id = :id
        AND waiting_since IS DISTINCT FROM :since""";

  /** A further condition on a conversation's row: that something really waits. */
  static final String WORKS =
      """
      AND (EXISTS (SELECT 1 FROM inbox
          WHERE inbox.municipality = conversation.municipality
            AND inbox.conversation_id = conversation.id
            AND inbox.outcome IS NULL AND inbox.payload IS NOT NULL)
        OR EXISTS (SELECT 1 FROM outbox
          WHERE outbox.municipality = conversation.municipality
            AND outbox.conversation_id = conversation.id
            AND outbox.state = 'READY' AND outbox.payload IS NOT NULL)
        OR EXISTS (SELECT 1 FROM outbox
          WHERE outbox.municipality = conversation.municipality
            AND outbox.conversation_id = conversation.id
            AND outbox.state = 'TRYING' AND outbox.payload IS NOT NULL))\s""";

  private static final String RESTS =
      """
      UPDATE conversation SET waiting_since = NULL, lease_until = :until
      WHERE municipality = :municipality AND id = :id AND NOT (TRUE\s"""
          + WORKS
          + ")";

  private WaitingSince() {}

  /** Notes new work and locks the row; false when there is no such conversation. */
  static boolean note(Handle handle, MunicipalityCode municipality, String id, Instant since) {
    if (UnitScope.find(new Place(municipality, id)).filter(ConversationLock::waits).isPresent()) {
      // The row is locked and says already that something waits; when exactly is corrected later.
      return true;
    }
    return of(handle.createUpdate(EARLIER), municipality, id).bind("since", since).execute() == 1;
  }

  /**
   * Notes new work for several conversations, in the order given, and locks their rows; tells which
   * of them there are.
   */
  static Set<Place> note(Handle handle, SortedMap<Place, Instant> since) {
    if (since.isEmpty()) {
      return Set.of();
    }
    PreparedBatch batch = handle.prepareBatch(EARLIER);
    since.forEach(
        (place, instant) ->
            batch
                .bind("municipality", place.municipality())
                .bind("id", place.conversationId())
                .bind("since", instant)
                .add());
    int[] noted = batch.execute();
    Set<Place> living = new HashSet<>();
    int at = 0;
    for (Place place : since.keySet()) {
      UnitScope.forget(place);
      if (noted[at++] == 1) {
        living.add(place);
      }
    }
    return living;
  }

  /**
   * Looks what really waits, and corrects the row if it says otherwise; for a row that is locked.
   */
  static Optional<Instant> correct(Handle handle, Place place) {
    Optional<Instant> since = find(handle, place);
    UnitScope.forget(place);
    of(handle.createUpdate(CORRECTED), place.municipality(), place.conversationId())
        .bind("since", since.orElse(null))
        .execute();
    return since;
  }

  /**
   * Notes what really waits and that nobody works there, if the lease still holds; for a row that
   * is locked.
   */
  static void leave(Handle handle, Lease lease, Instant leaseUntil) {
    UnitScope.forget(Place.of(lease));
    of(handle.createUpdate(LEFT), lease.municipality(), lease.conversationId())
        .bind("fence", lease.fence())
        .bind("until", leaseUntil)
        .execute();
  }

  /** Since when something really waits. */
  static Optional<Instant> find(Handle handle, Place place) {
    return of(handle.createQuery(FOUND), place.municipality(), place.conversationId())
        .map((row, context) -> Database.instantOrNull(row, 1))
        .stream()
        .flatMap(found -> Optional.ofNullable(found).stream())
        .findFirst();
  }

  /**
   * Notes that nothing waits and nobody works there, for a row that is locked; false when something
   * does. A statement of its own, after the lock: so it sees whatever was stored before that.
   */
  static boolean rest(Handle handle, Place place, Instant leaseUntil) {
    UnitScope.forget(place);
    return of(handle.createUpdate(RESTS), place.municipality(), place.conversationId())
            .bind("until", leaseUntil)
            .execute()
        == 1;
  }

  private static <S extends SqlStatement<S>> S of(
      S statement, MunicipalityCode municipality, String id) {
    return statement.bind("municipality", municipality).bind("id", id);
  }
}
