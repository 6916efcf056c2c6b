package madoguchi.bot.jdbc;

import java.util.List;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Forgets one message of a conversation wherever its words are kept. */
final class MessageWords {

  static final String LINES =
      """
      DELETE FROM utterance WHERE municipality = :municipality AND conversation_id = :id
        AND in_reply_to = :messageId AND sender = 'RESIDENT'""";

  private static final List<String> WORDS =
      List.of(
          LINES,
          """
          UPDATE inbox
          SET payload = NULL, fingerprint = NULL, outcome = COALESCE(outcome, 'taken-back')
          WHERE municipality = :municipality AND message_id = :messageId
            AND conversation_id = :id""",
          """
          UPDATE outbox
          SET payload = NULL,
              state = CASE WHEN state IN ('READY', 'TRYING') THEN 'CANCELLED' ELSE state END
          WHERE municipality = :municipality AND conversation_id = :id
            AND LEFT(id, CHAR_LENGTH(:messageId) + 1) = :messageId || '#'""",
          """
          UPDATE errand
          SET payload = NULL,
              state = CASE WHEN state IN ('READY', 'TRYING') THEN 'CANCELLED' ELSE state END
          WHERE municipality = :municipality AND conversation_id = :id
            AND LEFT(id, CHAR_LENGTH(:messageId) + 1) = :messageId || '#'""",
          """
          DELETE FROM attachment_part WHERE municipality = :municipality
            AND conversation_id = :id AND id = :messageId""",
          """
          DELETE FROM attachment WHERE municipality = :municipality
            AND conversation_id = :id AND id = :messageId""",
          """
          UPDATE journal SET question = NULL
          WHERE municipality = :municipality AND message_id = :messageId
            AND conversation_id = :id""");

  private MessageWords() {}

  static void forget(Handle handle, MunicipalityCode municipality, String id, String messageId) {
    for (String words : WORDS) {
      handle
          .createUpdate(words)
          .bind("municipality", municipality)
          .bind("id", id)
          .bind("messageId", messageId)
          .execute();
    }
    List<String> decisions = ForgottenDecisions.about(handle, municipality, id, messageId);
    ForgottenVotes.of(handle, municipality, id, messageId);
    ForgottenDecisions.delete(handle, municipality, decisions);
  }
}
