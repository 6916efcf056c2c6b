package madoguchi.bot.post;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * A message as a door accepted it.
 *
 * @param messageId the key against repetition, unique within the town
 * @param channel the door
 * @param sentAt the order within the conversation
 * @param payload in the door's own form; encrypted when stored
 */
public record Arrival(
    MunicipalityCode municipality,
    String conversationId,
    String messageId,
    String channel,
    Instant sentAt,
    String payload) {}
