package madoguchi.bot.jdbc;

import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Who has left their channel. */
final class Leaving {

  private static final String LEAVE =
      "UPDATE conversation SET has_left = :gone WHERE municipality = :municipality AND id = :id";

  private static final String HAS_LEFT =
      "SELECT has_left FROM conversation WHERE municipality = :municipality AND id = :id";

  private Leaving() {}

  static void note(Handle handle, MunicipalityCode municipality, String id, boolean gone) {
    handle
        .createUpdate(LEAVE)
        .bind("municipality", municipality)
        .bind("id", id)
        .bind("gone", gone)
        .execute();
  }

  /** Also who is not known any more. */
  static boolean is(Handle handle, MunicipalityCode municipality, String id) {
    return handle
        .createQuery(HAS_LEFT)
        .bind("municipality", municipality)
        .bind("id", id)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(true);
  }
}
