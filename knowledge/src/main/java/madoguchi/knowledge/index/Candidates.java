package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds the few entries that are worth weighing by all signals. Lucene is asked for those that
 * share the most words with the question, each word counting as much as it ever can; so what it
 * says of an entry is never less than the rough score by which the best are kept, and once its last
 * one falls below the last that is kept, no better entry is left out.
 */
final class Candidates {

  private static final float QUESTION = 0.5f;
  private static final float ANSWER = 0.85f;

  private static final List<String> FIELDS =
      List.of(LuceneStore.QUESTION, LuceneStore.WORDINGS, LuceneStore.ANSWER);
  private static final float[] FACTORS = {QUESTION, QUESTION, ANSWER};

  private static final int FIRST_LOOK = 1_000;

  /** With more entries than this the best are not looked for to the last one. */
  private static final int MOST_EXACT = 10_000;

  private static final int MOST_LOOKED_AT = 2_000;

  /** After so many it is seen whether what is left can be among the best. */
  private static final int WEIGHED_AT_ONCE = 100;

  private final IndexSearcher searcher;
  private final TermFrequencies frequencies;
  private final int entries;

  Candidates(IndexSearcher searcher, Vocabulary vocabulary) {
    this.searcher = searcher;
    this.frequencies = new TermFrequencies(searcher, vocabulary, FIELDS);
    this.entries = searcher.getIndexReader().maxDoc();
  }

  /** The entries to weigh, ascending. */
  int[] of(QuestionPlan plan, FieldScores matches, IntPredicate isShown, int most) {
    Query words = query(plan);
    int enough = entries <= MOST_EXACT ? entries : Math.max(most, MOST_LOOKED_AT);
    int look = Math.min(enough, Math.max(most, FIRST_LOOK));
    ScoreDoc[] found = search(words, look);
    int[] best = best(found, matches, isShown, most);
    if (found.length == look
        && look < enough
        && !isBelow(found[look - 1].score, best, matches, most)) {
      best = best(search(words, enough), matches, isShown, most);
    }
    Arrays.sort(best);
    return best;
  }

  private static boolean isBelow(float last, int[] best, FieldScores matches, int most) {
    return best.length == most && last * 1.0001f < rough(best[most - 1], matches);
  }

  private static int[] best(ScoreDoc[] found, FieldScores matches, IntPredicate isShown, int most) {
    // Score and entry in one number: the best first, of equal ones the first.
    long[] ranked = new long[found.length];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      if (i % WEIGHED_AT_ONCE == 0 && i > 0) {
        int[] best = best(ranked, count, isShown, most);
        if (isBelow(found[i].score, best, matches, most)) {
          return best;
        }
      }
      float rough = rough(found[i].doc, matches);
      if (rough > 0) {
        ranked[count++] = (long) -Float.floatToIntBits(rough) << 32 | found[i].doc;
      }
    }
    return best(ranked, count, isShown, most);
  }

  private static int[] best(long[] ranked, int count, IntPredicate isShown, int most) {
    Arrays.sort(ranked, 0, count);
    return Arrays.stream(ranked, 0, count)
        .mapToInt(one -> (int) one)
        .filter(isShown)
        .limit(most)
        .toArray();
  }

  /** By which the best are kept. */
  static float rough(int entry, FieldScores matches) {
    return QUESTION * Math.max(matches.question(entry), matches.wordings(entry))
        + ANSWER * matches.answer(entry);
  }

  private ScoreDoc[] search(Query words, int most) {
    try {
      return searcher.search(words, most).scoreDocs;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Query query(QuestionPlan plan) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int place : frequencies.telling(plan)) {
      int term = plan.terms()[place];
      for (int field = 0; field < FIELDS.size(); field++) {
        TermQuery query = frequencies.query(field, term);
        if (query != null) {
          float factor = plan.most(place) * FACTORS[field];
          any.add(new BoostQuery(query, factor), Occur.SHOULD);
        }
      }
    }
    return any.build();
  }
}
