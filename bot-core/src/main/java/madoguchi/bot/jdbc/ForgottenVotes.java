package madoguchi.bot.jdbc;

import java.util.List;
import java.util.Map;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/**
 * Deletes votes with the words in their questions, and lets the search forget what it learned of
 * them. First the votes, then the revision, as whoever settles one does.
 */
final class ForgottenVotes {

  private static final String IN =
      "DELETE FROM vote WHERE municipality = :municipality AND conversation_id = :id";

  /** A question of which it is not known where it came from may hold the words as well. */
  private static final String ASKED = " AND asked_in IN (:messageId, '')";

  private static final List<String> USEFUL_FIRST = List.of(" AND useful", "");

  private ForgottenVotes() {}

  static void of(Handle handle, MunicipalityCode municipality, String conversationId) {
    delete(handle, IN, municipality, Map.of("id", conversationId));
  }

  static void of(
      Handle handle, MunicipalityCode municipality, String conversationId, String messageId) {
    delete(handle, IN + ASKED, municipality, Map.of("id", conversationId, "messageId", messageId));
  }

  private static void delete(
      Handle handle, String votes, MunicipalityCode municipality, Map<String, String> named) {
    int useful = 0;
    for (String kind : USEFUL_FIRST) {
      int deleted =
          handle
              .createUpdate(votes + kind)
              .bind("municipality", municipality)
              .bindMap(named)
              .execute();
      useful += kind.isEmpty() ? 0 : deleted;
    }
    if (useful > 0) {
      ResolvedRevision.raise(handle, municipality);
    }
  }
}
