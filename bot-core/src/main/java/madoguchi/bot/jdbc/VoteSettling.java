package madoguchi.bot.jdbc;

import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Settles a vote once, whoever comes first. */
final class VoteSettling {

  private static final String SETTLE =
      """
      UPDATE vote SET settled = TRUE
      WHERE municipality = :municipality AND conversation_id = :conversationId
        AND number = :number AND NOT settled""";

  private VoteSettling() {}

  /** False when somebody has settled it, or it is gone. */
  static boolean of(
      Handle handle, MunicipalityCode municipality, String conversationId, long number) {
    boolean settled =
        handle
                .createUpdate(SETTLE)
                .bind("municipality", municipality)
                .bind("conversationId", conversationId)
                .bind("number", number)
                .execute()
            > 0;
    if (settled) {
      ResolvedRevision.raise(handle, municipality);
    }
    return settled;
  }
}
