package madoguchi.knowledge.faq;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of the town's FAQ with its answer.
 *
 * @param id the town's own name for it; text, so that leading zeros stay; 1 to 100 characters
 * @param question the question in the town's words
 * @param phrasings further wordings, as residents type them
 * @param answer what the resident reads, word for word
 * @param category the field it belongs to, such as 国民健康保険
 * @param department the department that answers for it, by the town's own name
 * @param sourceUrl the page the answer rests on; http or https
 * @param validFrom the first day it is shown, in the town's time; null: always
 * @param validUntil the last day it is shown, inclusive; null: open-ended
 * @param language BCP 47, such as {@code ja}
 */
public record FaqEntry(
    String id,
    String question,
    List<String> phrasings,
    String answer,
    @Nullable String category,
    @Nullable String department,
    @Nullable String sourceUrl,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    FaqState state,
    Audience audience,
    String language,
    Provenance provenance) {

  /**
   * Refuses what can never be shown.
   *
   * @throws IllegalArgumentException when id, question or answer is blank or the dates are reversed
   */
  public FaqEntry {
    require(!id.isBlank() && id.length() <= 100, "id must have 1 to 100 characters");
    require(!question.isBlank(), "question must not be blank");
    require(!answer.isBlank(), "answer must not be blank");
    require(
        validFrom == null || validUntil == null || !validUntil.isBefore(validFrom),
        "validUntil must not be before validFrom");
    phrasings = List.copyOf(phrasings);
  }

  /** A published entry for residents with nothing but the necessary. */
  public static FaqEntry of(String id, String question, String answer) {
    return new FaqEntry(
        id,
        question,
        List.of(),
        answer,
        null,
        null,
        null,
        null,
        null,
        FaqState.PUBLISHED,
        Audience.RESIDENT,
        "ja",
        Provenance.OWN);
  }

  /** Whether a resident may be answered with this entry on the given day of the town's calendar. */
  public boolean isShownOn(LocalDate day) {
    return state == FaqState.PUBLISHED
        && audience == Audience.RESIDENT
        && (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }

  /** The same entry in another state. */
  public FaqEntry withState(FaqState other) {
    return new FaqEntry(
        id,
        question,
        phrasings,
        answer,
        category,
        department,
        sourceUrl,
        validFrom,
        validUntil,
        other,
        audience,
        language,
        provenance);
  }

  /** The same entry with further wordings. */
  public FaqEntry withPhrasings(List<String> others) {
    return new FaqEntry(
        id,
        question,
        others,
        answer,
        category,
        department,
        sourceUrl,
        validFrom,
        validUntil,
        state,
        audience,
        language,
        provenance);
  }

  /** The same entry under another department. */
  public FaqEntry withDepartment(@Nullable String other) {
    return new FaqEntry(
        id,
        question,
        phrasings,
        answer,
        category,
        other,
        sourceUrl,
        validFrom,
        validUntil,
        state,
        audience,
        language,
        provenance);
  }

  /** The same entry with another origin. */
  public FaqEntry withProvenance(Provenance other) {
    return new FaqEntry(
        id,
        question,
        phrasings,
        answer,
        category,
        department,
        sourceUrl,
        validFrom,
        validUntil,
        state,
        audience,
        language,
        other);
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
