package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.apache.lucene.search.IndexSearcher;

/**
 * Finds the few entries that are worth weighing by all signals: those that share the most words
 * with the question, each word counting as much as it ever can. So what an entry shares is never
 * less than the rough score by which the best are kept, and once the last one that was looked at
 * falls below the last that is kept, no better entry is left out.
 */
final class Candidates {

  static final float QUESTION = 0.5f;
  static final float ANSWER = 0.85f;

  private static final int FIRST_LOOK = 1_000;

  /** With more entries than this the best are not looked for to the last one. */
  private static final int MOST_EXACT = 10_000;

  private static final int MOST_LOOKED_AT = 2_000;

  /** After so many it is seen whether what is left can be among the best. */
  private static final int WEIGHED_AT_ONCE = 100;

  private final SharedWords words;
  private final int entries;

  Candidates(IndexSearcher searcher, FieldScores.Fields fields, Vocabulary vocabulary) {
    this.entries = fields.entries();
    this.words =
        entries <= MOST_EXACT
            ? new Postings(fields, vocabulary.size())
            : new LuceneWords(searcher, vocabulary);
  }

  /** The entries to weigh, ascending. */
  int[] of(QuestionPlan plan, FieldScores matches, IntPredicate isShown, int most) {
    int enough = entries <= MOST_EXACT ? entries : Math.max(most, MOST_LOOKED_AT);
    int look = Math.min(enough, Math.max(most, FIRST_LOOK));
    long[] found = words.most(plan, look);
    int[] best = best(found, matches, isShown, most);
    if (found.length == look
        && look < enough
        && !isBelow(SharedWords.score(found[look - 1]), best, matches, most)) {
      best = best(words.most(plan, enough), matches, isShown, most);
    }
    Arrays.sort(best);
    return best;
  }

  private static boolean isBelow(float last, int[] best, FieldScores matches, int most) {
    return best.length == most && last * 1.0001f < rough(best[most - 1], matches);
  }

  private static int[] best(long[] found, FieldScores matches, IntPredicate isShown, int most) {
    long[] ranked = new long[found.length];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      if (i % WEIGHED_AT_ONCE == 0 && count >= most) {
        int[] best = best(ranked, count, isShown, most);
        if (isBelow(SharedWords.score(found[i]), best, matches, most)) {
          return best;
        }
      }
      int entry = SharedWords.entry(found[i]);
      float rough = rough(entry, matches);
      if (rough > 0) {
        ranked[count++] = SharedWords.ranked(entry, rough);
      }
    }
    return best(ranked, count, isShown, most);
  }

  private static int[] best(long[] ranked, int count, IntPredicate isShown, int most) {
    Arrays.sort(ranked, 0, count);
    int[] best = new int[Math.min(count, most)];
    int taken = 0;
    for (int i = 0; i < count && taken < most; i++) {
      int entry = SharedWords.entry(ranked[i]);
      if (isShown.test(entry)) {
        best[taken++] = entry;
      }
    }
    return Arrays.copyOf(best, taken);
  }

  /** By which the best are kept. */
  static float rough(int entry, FieldScores matches) {
    return QUESTION * Math.max(matches.question(entry), matches.wordings(entry))
        + ANSWER * matches.answer(entry);
  }
}
