package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;

/**
 * How well each entry's fields match a question, by BM25; 0 where nothing matches.
 *
 * @param question by entry
 * @param wordings by entry
 * @param answer by entry
 */
record FieldScores(float[] question, float[] wordings, float[] answer) {

  private static final FieldQuery QUESTION = new FieldQuery(LuceneStore.QUESTION);
  private static final FieldQuery WORDINGS = new FieldQuery(LuceneStore.WORDINGS);
  private static final FieldQuery ANSWER = new FieldQuery(LuceneStore.ANSWER);

  static FieldScores of(IndexSearcher searcher, Question question) {
    try {
      return new FieldScores(
          scores(searcher, QUESTION.of(question)),
          scores(searcher, WORDINGS.of(question)),
          scores(searcher, ANSWER.of(question)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static float[] scores(IndexSearcher searcher, Query query) throws IOException {
    float[] scores = new float[searcher.getIndexReader().maxDoc()];
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator found = scorer.iterator();
        for (int d = found.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = found.nextDoc()) {
          scores[leaf.docBase + d] = scorer.score();
        }
      }
    }
    return scores;
  }
}
