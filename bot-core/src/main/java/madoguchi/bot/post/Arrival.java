package madoguchi.bot.post;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * A message as a door accepted it.
 *
 * @param messageId the key against repetition, unique within the town
 * @param channel the door
 * @param sentAt the order within the conversation
 * @param receivedAt when it came to us: since then it waits, however long it was under way
 * @param payload in the door's own form; encrypted when stored
 */
public record Arrival(
    MunicipalityCode municipality,
    String conversationId,
    String messageId,
    String channel,
    Instant sentAt,
    Instant receivedAt,
    String payload) {

  /** One that came at the moment in which it was sent. */
  public Arrival(
      MunicipalityCode municipality,
      String conversationId,
      String messageId,
      String channel,
      Instant sentAt,
      String payload) {
    this(municipality, conversationId, messageId, channel, sentAt, sentAt, payload);
  }
}
