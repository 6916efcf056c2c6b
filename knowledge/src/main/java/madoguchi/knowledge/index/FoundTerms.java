package madoguchi.knowledge.index;

/** Which terms of one question a field of each entry has, by their places, and what they give. */
final class FoundTerms {

  private final QuestionPlan plan;

  /** Where the terms of each entry end; those of the next one begin there. */
  private final int[] ends;

  private final short[] places;
  private final float[] impacts;

  FoundTerms(QuestionPlan plan, int[] ends, short[] places, float[] impacts) {
    this.plan = plan;
    this.ends = ends;
    this.places = places;
    this.impacts = impacts;
  }

  /**
   * How well an entry's field matches; 0 when not at all.
   *
   * @param found by place, all 0, and so it is left
   */
  float score(int entry, float[] found) {
    int start = start(entry);
    int end = ends[entry];
    if (start == end) {
      return 0;
    }
    long groups = 0;
    for (int i = start; i < end; i++) {
      found[places[i]] = impacts[i];
      groups |= plan.groupsOf(places[i]);
    }
    float score = plan.score(found, groups);
    for (int i = start; i < end; i++) {
      found[places[i]] = 0;
    }
    return score;
  }

  /** Notes the places of the terms that an entry's field has. */
  void mark(int entry, boolean[] has) {
    for (int i = start(entry); i < ends[entry]; i++) {
      has[places[i]] = true;
    }
  }

  private int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }
}
