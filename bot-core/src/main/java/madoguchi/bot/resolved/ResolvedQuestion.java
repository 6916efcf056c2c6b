package madoguchi.bot.resolved;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * A member of staff's decision which entry answers a question.
 *
 * @param id of what was decided about, so that it is decided once
 * @param question masked
 * @param by who decided
 */
public record ResolvedQuestion(
    MunicipalityCode municipality,
    String id,
    String question,
    String faqId,
    String by,
    Instant at) {}
