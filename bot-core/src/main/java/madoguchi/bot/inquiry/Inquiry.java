package madoguchi.bot.inquiry;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * One message of a citizen to the town hall.
 *
 * @param conversationId the conversation it belongs to
 * @param messageId unique within the town; the same message again has the same id
 * @param at when it was sent
 */
public record Inquiry(
    MunicipalityCode municipality,
    String conversationId,
    String messageId,
    Said said,
    Instant at) {}
