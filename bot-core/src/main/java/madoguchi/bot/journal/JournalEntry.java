package madoguchi.bot.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * One turn, for the staff and for the figures.
 *
 * @param messageId the inquiry
 * @param question masked; empty when nothing was typed or once the conversation is erased
 * @param outcome the ending's name in the contract, such as {@code answered}
 * @param reason why this ending, in a word, such as {@code below-threshold}
 * @param faqId the entry that answered; null when none did
 * @param evidence what was found, best first
 * @param took from the start of the turn to its answer
 */
public record JournalEntry(
    MunicipalityCode municipality,
    String conversationId,
    String messageId,
    String channel,
    Instant at,
    String question,
    String outcome,
    String reason,
    @Nullable String faqId,
    List<Evidence> evidence,
    Duration took) {

  public JournalEntry {
    evidence = List.copyOf(evidence);
  }

  /** The same entry once the citizen's words are erased. */
  public JournalEntry wordless() {
    return new JournalEntry(
        municipality,
        conversationId,
        messageId,
        channel,
        at,
        "",
        outcome,
        reason,
        faqId,
        evidence,
        took);
  }

  /**
   * A found entry.
   *
   * @param why the signals in a line of Japanese
   */
  public record Evidence(String faqId, String title, double score, double confidence, String why) {}
}
