package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;

/**
 * What each term of one field gives its entries by BM25 (Robertson and Zaragoza 2009), read off
 * Lucene's lists once. A question's few lists are turned round, by entry instead of by term: so no
 * entry's other terms are looked at.
 */
final class FieldImpacts {

  /** By the number of the term, and one more. */
  private final int[] starts;

  private final int[] entries;
  private final float[] impacts;

  /** How many entries there are. */
  private final int count;

  private FieldImpacts(int[] starts, int count) {
    this.starts = starts;
    this.entries = new int[starts[starts.length - 1]];
    this.impacts = new float[entries.length];
    this.count = count;
  }

  static FieldImpacts of(IndexSearcher searcher, String field, Vocabulary vocabulary) {
    try {
      int[] starts = new int[vocabulary.size() + 1];
      forEachPosting(searcher, field, vocabulary, (entry, term, impact) -> starts[term + 1]++);
      for (int term = 1; term < starts.length; term++) {
        starts[term] += starts[term - 1];
      }
      FieldImpacts read = new FieldImpacts(starts, searcher.getIndexReader().maxDoc());
      int[] next = starts.clone();
      forEachPosting(
          searcher,
          field,
          vocabulary,
          (entry, term, impact) -> {
            read.entries[next[term]] = entry;
            read.impacts[next[term]++] = impact;
          });
      return read;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the entries have of a question's terms. */
  FoundTerms of(QuestionPlan plan) {
    int[] terms = plan.terms();
    int[] next = new int[count + 1];
    for (int term : terms) {
      for (int i = starts[term]; i < starts[term + 1]; i++) {
        next[entries[i] + 1]++;
      }
    }
    for (int entry = 0; entry < count; entry++) {
      next[entry + 1] += next[entry];
    }
    short[] places = new short[next[count]];
    float[] found = new float[places.length];
    for (int place = 0; place < terms.length; place++) {
      for (int i = starts[terms[place]]; i < starts[terms[place] + 1]; i++) {
        int at = next[entries[i]]++;
        places[at] = (short) place;
        found[at] = impacts[i];
      }
    }
    return new FoundTerms(plan, next, places, found);
  }

  /** Gives what each entry has, term by term. */
  void forEach(Impact each) {
    for (int term = 0; term + 1 < starts.length; term++) {
      for (int i = starts[term]; i < starts[term + 1]; i++) {
        each.of(entries[i], term, impacts[i]);
      }
    }
  }

  /** Is told what a term gives an entry. */
  interface Impact {

    void of(int entry, int term, float impact);
  }

  private static void forEachPosting(
      IndexSearcher searcher, String field, Vocabulary vocabulary, Impact each) throws IOException {
    var collection = searcher.collectionStatistics(field);
    if (collection == null) {
      return;
    }
    for (var leaf : searcher.getIndexReader().leaves()) {
      LeafReader reader = leaf.reader();
      TermsEnum terms = reader.terms(field).iterator();
      long[] norms = norms(reader, field);
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        SimScorer scorer =
            searcher
                .getSimilarity()
                .scorer(
                    1,
                    collection,
                    new TermStatistics(
                        BytesRef.deepCopyOf(term), terms.docFreq(), terms.totalTermFreq()));
        PostingsEnum docs = terms.postings(null, PostingsEnum.FREQS);
        int number = vocabulary.number(term.utf8ToString());
        for (int d = docs.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = docs.nextDoc()) {
          each.of(leaf.docBase + d, number, scorer.score(docs.freq(), norms[d]));
        }
      }
    }
  }

  private static long[] norms(LeafReader reader, String field) throws IOException {
    long[] norms = new long[reader.maxDoc()];
    NumericDocValues values = reader.getNormValues(field);
    for (int d = values.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = values.nextDoc()) {
      norms[d] = values.longValue();
    }
    return norms;
  }
}
