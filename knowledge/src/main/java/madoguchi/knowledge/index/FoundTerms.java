package madoguchi.knowledge.index;

import java.util.Arrays;

/** What a field of each entry has of the terms of one question. */
final class FoundTerms {

  private final QuestionPlan plan;

  /** Where the terms of each entry begin, and of one more. */
  private final int[] starts;

  /** Of each entry; others than the question's may be among them. */
  private final int[] terms;

  private final float[] impacts;

  FoundTerms(QuestionPlan plan, int[] starts, int[] terms, float[] impacts) {
    this.plan = plan;
    this.starts = starts;
    this.terms = terms;
    this.impacts = impacts;
  }

  /**
   * How well an entry's field matches; 0 when not at all.
   *
   * @param found by place, all 0, and so it is left
   */
  float score(int entry, float[] found) {
    long groups = 0;
    for (int i = starts[entry]; i < starts[entry + 1]; i++) {
      int place = plan.placeOf(terms[i]);
      if (place >= 0) {
        found[place] = impacts[i];
        groups |= plan.groupsOf(place);
      }
    }
    if (groups == 0) {
      return 0;
    }
    float score = plan.score(found, groups);
    Arrays.fill(found, 0);
    return score;
  }

  /** Notes the places of the terms that an entry's field has. */
  void mark(int entry, boolean[] has) {
    for (int i = starts[entry]; i < starts[entry + 1]; i++) {
      int place = plan.placeOf(terms[i]);
      if (place >= 0) {
        has[place] = true;
      }
    }
  }
}
