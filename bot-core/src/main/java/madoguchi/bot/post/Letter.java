package madoguchi.bot.post;

import java.time.Instant;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.municipality.MunicipalityCode;

/**
 * A citizen's message as a door accepted it, when it is not yet known to which conversation it
 * belongs or whether there is one.
 *
 * @param messageId the key against repetition, unique within the town
 * @param sentAt the order within the conversation
 * @param receivedAt since then it waits; and when its conversation begins, if there is none
 * @param payload in the door's own form; encrypted when stored
 */
public record Letter(
    MunicipalityCode municipality,
    String channel,
    Citizen citizen,
    String messageId,
    Instant sentAt,
    Instant receivedAt,
    String payload) {

  /** The arrival that it becomes. */
  public Arrival in(String conversationId) {
    return new Arrival(
        municipality, conversationId, messageId, channel, sentAt, receivedAt, payload);
  }
}
