package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
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
 * What each term of one field gives its entry by BM25 (Robertson and Zaragoza 2009), read off
 * Lucene's lists once and turned round: by entry instead of by term. So a few hundred entries are
 * weighed without walking through the lists of everything else.
 */
final class FieldImpacts {

  private final int[] starts;
  private final int[] terms;
  private final float[] impacts;

  private FieldImpacts(int[] starts) {
    this.starts = starts;
    this.terms = new int[starts[starts.length - 1]];
    this.impacts = new float[terms.length];
  }

  static FieldImpacts of(IndexSearcher searcher, String field, Vocabulary vocabulary) {
    try {
      IndexReader reader = searcher.getIndexReader();
      int[] lengths = new int[reader.maxDoc() + 1];
      forEachPosting(searcher, field, (term, doc, impact) -> lengths[doc + 1]++);
      for (int doc = 1; doc < lengths.length; doc++) {
        lengths[doc] += lengths[doc - 1];
      }
      FieldImpacts turned = new FieldImpacts(lengths);
      int[] next = lengths.clone();
      forEachPosting(
          searcher,
          field,
          (term, doc, impact) -> {
            turned.terms[next[doc]] = vocabulary.number(term);
            turned.impacts[next[doc]++] = impact;
          });
      return turned;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How well an entry's field matches; 0 when not at all. */
  float score(int entry, QuestionPlan plan, float[] found) {
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
    java.util.Arrays.fill(found, 0);
    return score;
  }

  /** Gives what each entry has. */
  void forEach(Impact each) {
    for (int entry = 0; entry + 1 < starts.length; entry++) {
      for (int i = starts[entry]; i < starts[entry + 1]; i++) {
        each.of(entry, terms[i], impacts[i]);
      }
    }
  }

  /** Is told what a term gives an entry. */
  interface Impact {

    void of(int entry, int term, float impact);
  }

  private interface Posting {

    void of(String term, int doc, float impact);
  }

  private static void forEachPosting(IndexSearcher searcher, String field, Posting each)
      throws IOException {
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
        String text = term.utf8ToString();
        for (int d = docs.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = docs.nextDoc()) {
          each.of(text, leaf.docBase + d, scorer.score(docs.freq(), norms[d]));
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
