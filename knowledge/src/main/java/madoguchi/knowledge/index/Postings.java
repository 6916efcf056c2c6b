package madoguchi.knowledge.index;

import java.util.Arrays;

/**
 * Which entries have each term and how much it gives them, field by field: Lucene's lists, read
 * once and walked through whole. For a town's own few thousand entries, where it takes Lucene
 * longer to begin than to walk.
 */
final class Postings implements SharedWords {

  private final int[] ends;
  private final int[] entries;
  private final float[] impacts;
  private final int count;

  Postings(FieldScores.Fields fields, int terms) {
    int[] next = new int[terms + 1];
    fields.forEach((entry, term, impact) -> next[term + 1]++);
    for (int term = 0; term < terms; term++) {
      next[term + 1] += next[term];
    }
    entries = new int[next[terms]];
    impacts = new float[entries.length];
    fields.forEach(
        (entry, term, impact) -> {
          entries[next[term]] = entry;
          impacts[next[term]++] = impact;
        });
    ends = next;
    count = fields.entries();
  }

  @Override
  public long[] most(QuestionPlan plan, int look) {
    float[] sums = new float[count];
    for (int place = 0; place < plan.terms().length; place++) {
      int term = plan.terms()[place];
      for (int i = term == 0 ? 0 : ends[term - 1]; i < ends[term]; i++) {
        sums[entries[i]] += plan.most(place) * impacts[i];
      }
    }
    long[] ranked = new long[count];
    int found = 0;
    for (int entry = 0; entry < count; entry++) {
      ranked[found] = SharedWords.ranked(entry, sums[entry]);
      found += sums[entry] > 0 ? 1 : 0;
    }
    Arrays.sort(ranked, 0, found);
    return Arrays.copyOf(ranked, Math.min(found, look));
  }
}
