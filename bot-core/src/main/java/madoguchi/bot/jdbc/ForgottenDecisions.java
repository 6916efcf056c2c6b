package madoguchi.bot.jdbc;

import java.util.ArrayList;
import java.util.List;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;

/** Deletes what staff decided about a message that was taken back, or about a vote on it. */
final class ForgottenDecisions {

  /** Whoever settles one of them at present is waited for. */
  private static final String VOTES =
      """
      SELECT number FROM vote WHERE municipality = :municipality AND conversation_id = :id
        AND asked_in IN (:messageId, '') ORDER BY number FOR UPDATE""";

  private ForgottenDecisions() {}

  /** The ids that decisions about it have; before its votes are deleted. */
  static List<String> about(
      Handle handle, MunicipalityCode municipality, String conversationId, String messageId) {
    List<String> ids = new ArrayList<>(List.of(DecisionId.ofMessage(messageId)));
    handle
        .createQuery(VOTES)
        .bind("municipality", municipality)
        .bind("id", conversationId)
        .bind("messageId", messageId)
        .mapTo(Long.class)
        .forEach(number -> ids.add(DecisionId.ofVote(conversationId, number)));
    return ids;
  }

  static void delete(Handle handle, MunicipalityCode municipality, List<String> ids) {
    int deleted =
        handle
            .createUpdate(
                "DELETE FROM resolved_question WHERE municipality = :municipality AND id IN (<ids>)")
            .setTemplateEngine(new DefinedAttributeTemplateEngine())
            .bind("municipality", municipality)
            .bindList("ids", ids)
            .execute();
    if (deleted > 0) {
      ResolvedRevision.raise(handle, municipality);
    }
  }
}
