package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.Collection;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Lines of the audit: who did what to which things, and when; ids only. */
final class AuditRows {

  private static final String ADD =
      """
      INSERT INTO audit (municipality, done_at, actor, action, subject)
      VALUES (:municipality, :now, :actor, :action, :subject)""";

  private AuditRows() {}

  static void add(
      Handle handle,
      MunicipalityCode municipality,
      Instant now,
      String actor,
      String action,
      Collection<String> subjects) {
    PreparedBatch batch = handle.prepareBatch(ADD);
    for (String subject : subjects) {
      batch
          .bind("municipality", municipality)
          .bind("now", now)
          .bind("actor", actor)
          .bind("action", action)
          .bind("subject", subject)
          .add();
    }
    batch.execute();
  }
}
