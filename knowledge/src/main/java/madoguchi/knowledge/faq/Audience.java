package madoguchi.knowledge.faq;

/** Whom an entry is written for. */
public enum Audience {
  /** Anybody who asks. */
  RESIDENT,
  /** Staff only: never shown to a resident. */
  STAFF
}
