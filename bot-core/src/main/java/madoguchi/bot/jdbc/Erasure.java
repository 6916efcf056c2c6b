package madoguchi.bot.jdbc;

import java.util.List;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/**
 * Forgets a conversation: its key, its words and the pseudonym. What remains are ids, times,
 * endings and scores. The conversation's row goes first: whoever is writing to it is waited for,
 * and whoever comes later finds nothing to write to. What the database's files still hold is left
 * to {@link Upkeep}.
 */
final class Erasure {

  private static final List<String> FIRST =
      List.of(
          """
          INSERT INTO erasure (municipality, conversation_id)
          SELECT municipality, id FROM conversation
          WHERE municipality = :municipality AND id = :id
          ON CONFLICT DO NOTHING""",
          "DELETE FROM conversation WHERE municipality = :municipality AND id = :id",
          "DELETE FROM conversation_key WHERE municipality = :municipality AND conversation_id = :id",
          "DELETE FROM feedback WHERE municipality = :municipality AND conversation_id = :id",
          """
          UPDATE handoff SET state = 'CLOSED', open_for = NULL
          WHERE municipality = :municipality AND conversation_id = :id""");

  private static final List<String> WORDS =
      List.of(
          "DELETE FROM utterance WHERE municipality = :municipality AND conversation_id = :id",
          """
          UPDATE inbox
          SET payload = NULL, fingerprint = NULL, outcome = COALESCE(outcome, 'erased')
          WHERE municipality = :municipality AND conversation_id = :id""",
          """
          UPDATE outbox
          SET payload = NULL,
              state = CASE WHEN state IN ('READY', 'TRYING') THEN 'CANCELLED' ELSE state END
          WHERE municipality = :municipality AND conversation_id = :id""",
          """
          UPDATE errand
          SET payload = NULL,
              state = CASE WHEN state IN ('READY', 'TRYING') THEN 'CANCELLED' ELSE state END
          WHERE municipality = :municipality AND conversation_id = :id""",
          "DELETE FROM attachment_part WHERE municipality = :municipality AND conversation_id ="
              + " :id",
          "DELETE FROM attachment WHERE municipality = :municipality AND conversation_id = :id",
          "DELETE FROM channel_message WHERE municipality = :municipality AND conversation_id ="
              + " :id",
          """
          UPDATE journal SET question = NULL
          WHERE municipality = :municipality AND conversation_id = :id""");

  private Erasure() {}

  static void of(Handle handle, MunicipalityCode municipality, String conversationId) {
    UnitScope.forget(new Place(municipality, conversationId));
    take(FIRST, handle, municipality, conversationId);
    ofWords(handle, municipality, conversationId);
  }

  /** Only what was sealed; the conversation itself lives on. */
  static void ofWords(Handle handle, MunicipalityCode municipality, String conversationId) {
    take(WORDS, handle, municipality, conversationId);
    ForgottenVotes.of(handle, municipality, conversationId);
  }

  private static void take(
      List<String> steps, Handle handle, MunicipalityCode municipality, String conversationId) {
    for (String step : steps) {
      handle
          .createUpdate(step)
          .bind("municipality", municipality)
          .bind("id", conversationId)
          .execute();
    }
  }
}
