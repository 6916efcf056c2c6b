package madoguchi.bot.resolved;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * Whether an entry that was shown answered a resident's question.
 *
 * @param number the line that showed the entry
 * @param askedIn the message whose words the question is
 * @param question masked
 * @param sameAs equal for like questions; kept so that nothing can be read from it
 */
public record Vote(
    MunicipalityCode municipality,
    String conversationId,
    long number,
    String askedIn,
    String question,
    String sameAs,
    String faqId,
    boolean useful,
    Instant at) {

  /** The same vote on other words. */
  Vote with(String other) {
    return new Vote(
        municipality, conversationId, number, askedIn, other, sameAs, faqId, useful, at);
  }

  /** The same vote without what it is like. */
  Vote withoutLikeness() {
    return new Vote(municipality, conversationId, number, askedIn, question, "", faqId, useful, at);
  }
}
