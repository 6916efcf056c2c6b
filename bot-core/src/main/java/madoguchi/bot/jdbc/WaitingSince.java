package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
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

  private static final String FOUND =
      """
      SELECT MIN(since) FROM (
        SELECT MIN(sent_at) AS since FROM inbox
        WHERE municipality = :municipality AND conversation_id = :id
          AND outcome IS NULL AND payload IS NOT NULL
        UNION ALL
        SELECT MIN(created_at) AS since FROM outbox
        WHERE municipality = :municipality AND conversation_id = :id
          AND state IN ('READY', 'TRYING') AND payload IS NOT NULL) waiting""";

  private static final String CORRECTED =
      """
      UPDATE conversation SET waiting_since = :since
      WHERE municipality = :municipality AND id = :id""";

  private WaitingSince() {}

  /** Notes new work and locks the row; false when there is no such conversation. */
  static boolean note(Handle handle, MunicipalityCode municipality, String id, Instant since) {
    return of(handle.createUpdate(EARLIER), municipality, id).bind("since", since).execute() == 1;
  }

  /** Looks what really waits; for a row that is locked. */
  static Optional<Instant> correct(Handle handle, MunicipalityCode municipality, String id) {
    Optional<Instant> since =
        of(handle.createQuery(FOUND), municipality, id)
            .map((row, context) -> Database.instantOrNull(row, 1))
            .stream()
            .flatMap(found -> Optional.ofNullable(found).stream())
            .findFirst();
    of(handle.createUpdate(CORRECTED), municipality, id)
        .bind("since", since.orElse(null))
        .execute();
    return since;
  }

  private static <S extends SqlStatement<S>> S of(
      S statement, MunicipalityCode municipality, String id) {
    return statement.bind("municipality", municipality).bind("id", id);
  }
}
