package madoguchi.knowledge.index;

/**
 * A question that a person has resolved, remembered so that it is found again.
 *
 * @param question as the resident typed it, masked
 * @param entryId the entry that answered it; one that is not in the index is ignored
 * @param grade how well, above 0 to 1
 * @param basis who says so
 */
public record Resolved(String question, String entryId, double grade, Basis basis) {

  /** Who says so. */
  public enum Basis {
    /** A member of staff, or a judge of a test set. */
    DECISION,
    /** Several residents; this may move an entry, but never makes an answer surer. */
    VOTES
  }

  /** By a member of staff. */
  public Resolved(String question, String entryId, double grade) {
    this(question, entryId, grade, Basis.DECISION);
  }

  public Resolved {
    if (!(grade > 0 && grade <= 1)) {
      throw new IllegalArgumentException("illegal grade: " + grade + " is not above 0 to 1");
    }
  }
}
