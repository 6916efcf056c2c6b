package madoguchi.knowledge.faq;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry comes from and how fresh it is.
 *
 * @param pack the pack it was taken from, such as {@code base}; null for the town's own
 * @param packVersion the version of that pack; null for the town's own
 * @param packFingerprint the fingerprint of what the pack gave, by which an own change is told from
 *     the pack's wording when the pack is updated; null for the town's own
 * @param legalBasis the law or local rule the answer rests on, in words
 * @param confirmedOn the day somebody last compared the answer with its basis
 */
public record Provenance(
    @Nullable String pack,
    @Nullable String packVersion,
    @Nullable String packFingerprint,
    @Nullable String legalBasis,
    @Nullable LocalDate confirmedOn) {

  /** Of an entry that the town wrote itself and has said nothing more about. */
  public static final Provenance OWN = new Provenance(null, null, null, null, null);
}
