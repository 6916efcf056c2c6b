package madoguchi.bot.jdbc;

import java.util.List;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** How often what a town has learned from people has changed. */
final class ResolvedRevision {

  private static final String RAISE =
      """
      UPDATE resolved_revision SET revision = revision + 1
      WHERE municipality = :municipality""";

  private static final String BEGIN =
      """
      INSERT INTO resolved_revision (municipality, revision) VALUES (:municipality, 1)
      ON CONFLICT DO NOTHING""";

  private ResolvedRevision() {}

  static long of(Handle handle, MunicipalityCode municipality) {
    return handle
        .createQuery("SELECT revision FROM resolved_revision WHERE municipality = :municipality")
        .bind("municipality", municipality)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** At the end of the unit of work, if there is one. */
  static void raise(Handle handle, MunicipalityCode municipality) {
    if (!UnitScope.learns(municipality)) {
      raiseNow(handle, municipality);
    }
  }

  static void raiseNow(Handle handle, MunicipalityCode municipality) {
    int changed = 0;
    for (String sql : List.of(RAISE, BEGIN, RAISE)) {
      changed =
          changed > 0
              ? changed
              : handle.createUpdate(sql).bind("municipality", municipality).execute();
    }
  }
}
