package madoguchi.knowledge.faq;

import org.jspecify.annotations.Nullable;

/** What becomes of the state of imported rows. */
public enum Publishing {
  /** By command line: a row without a state is published. */
  DIRECT,
  /**
   * Through the console of a town where a second person must approve: whatever is new or changed
   * waits for review, also when the file says that it is published. Otherwise one person could
   * publish alone by way of a file.
   */
  AFTER_REVIEW;

  /** The state of a row that brings something new; null: it does not say. */
  FaqState state(@Nullable FaqState stated) {
    FaqState wanted = stated == null ? FaqState.PUBLISHED : stated;
    return this == AFTER_REVIEW && wanted == FaqState.PUBLISHED ? FaqState.REVIEW : wanted;
  }
}
