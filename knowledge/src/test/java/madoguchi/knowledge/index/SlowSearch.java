package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;

/** The recipe as it is written down: every entry weighed by Lucene's own nested query. */
final class SlowSearch {

  private final IndexSearcher searcher;

  SlowSearch(List<AnalysedEntry> entries) {
    searcher = LuceneStore.of(entries);
  }

  /** Of one question, by entry. */
  record Scores(float[] question, float[] wordings, float[] answer) {

    float rough(int entry) {
      return 0.5f * Math.max(question[entry], wordings[entry]) + 0.85f * answer[entry];
    }

    /** The best entries by the rough score, best first. */
    int[] best(int most) {
      return IntStream.range(0, question.length)
          .filter(entry -> rough(entry) > 0)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer e) -> -rough(e)).thenComparing(e -> e))
          .limit(most)
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }

  Scores ask(Question question) {
    return new Scores(
        scores(new FieldQuery(LuceneStore.QUESTION).of(question)),
        scores(new FieldQuery(LuceneStore.WORDINGS).of(question)),
        scores(new FieldQuery(LuceneStore.ANSWER).of(question)));
  }

  private float[] scores(Query query) {
    float[] scores = new float[searcher.getIndexReader().maxDoc()];
    try {
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
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return scores;
  }
}
