package madoguchi.bot.jdbc;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Deletes attachments whose time is over. */
final class AttachmentExpiry {

  private static final String EXPIRED_PARTS =
      """
      DELETE FROM attachment_part p WHERE p.municipality = :municipality AND EXISTS (
        SELECT 1 FROM attachment a WHERE a.municipality = p.municipality
          AND a.conversation_id = p.conversation_id AND a.id = p.id AND a.expires_at <= :now)""";

  private static final String EXPIRED =
      "DELETE FROM attachment WHERE municipality = :municipality AND expires_at <= :now";

  private AttachmentExpiry() {}

  /** How many there were. */
  static int of(Handle handle, MunicipalityCode municipality, Instant now) {
    int deleted = 0;
    for (String part : new String[] {EXPIRED_PARTS, EXPIRED}) {
      deleted =
          handle.createUpdate(part).bind("municipality", municipality).bind("now", now).execute();
    }
    return deleted;
  }
}
