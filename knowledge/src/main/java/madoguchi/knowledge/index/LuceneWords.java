package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** Asks Lucene, which skips most of long lists. */
final class LuceneWords implements SharedWords {

  private static final List<String> FIELDS =
      List.of(LuceneStore.QUESTION, LuceneStore.WORDINGS, LuceneStore.ANSWER);
  private static final float[] FACTORS = {
    Candidates.QUESTION, Candidates.QUESTION, Candidates.ANSWER
  };

  private final IndexSearcher searcher;
  private final TermFrequencies frequencies;

  LuceneWords(IndexSearcher searcher, Vocabulary vocabulary) {
    this.searcher = searcher;
    this.frequencies = new TermFrequencies(searcher, vocabulary, FIELDS);
  }

  @Override
  public long[] most(QuestionPlan plan, int look) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int place : frequencies.telling(plan)) {
      for (int field = 0; field < FACTORS.length; field++) {
        TermQuery query = frequencies.query(field, plan.terms()[place]);
        if (query != null) {
          any.add(new BoostQuery(query, plan.most(place) * FACTORS[field]), Occur.SHOULD);
        }
      }
    }
    try {
      return Stream.of(searcher.search(any.build(), look).scoreDocs)
          .mapToLong(found -> SharedWords.ranked(found.doc, found.score))
          .toArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
