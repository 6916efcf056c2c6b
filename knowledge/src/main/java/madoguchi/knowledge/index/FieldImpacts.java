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
 * Lucene's lists once. A town's own few thousand entries are kept by term, and a question's few
 * lists are turned round: so no entry's other terms are looked at. More are kept by entry: so a few
 * hundred are weighed without walking through the lists of everything else.
 */
final class FieldImpacts {

  private static final int MOST_BY_TERM = 10_000;

  private final boolean byEntry;

  /** By the entry or the number of the term, and one more. */
  private final int[] starts;

  /** The terms of each entry, or the entries of each term. */
  private final int[] others;

  private final float[] impacts;

  /** How many entries there are. */
  private final int count;

  private FieldImpacts(boolean byEntry, int[] starts, int count) {
    this.byEntry = byEntry;
    this.starts = starts;
    this.others = new int[starts[starts.length - 1]];
    this.impacts = new float[others.length];
    this.count = count;
  }

  static FieldImpacts of(IndexSearcher searcher, String field, Vocabulary vocabulary) {
    boolean byEntry = searcher.getIndexReader().maxDoc() > MOST_BY_TERM;
    return of(searcher, field, vocabulary, byEntry);
  }

  /** The same with the way to keep them. */
  static FieldImpacts of(
      IndexSearcher searcher, String field, Vocabulary vocabulary, boolean byEntry) {
    try {
      int count = searcher.getIndexReader().maxDoc();
      int[] starts = new int[(byEntry ? count : vocabulary.size()) + 1];
      forEachPosting(
          searcher,
          field,
          vocabulary,
          (entry, term, impact) -> starts[(byEntry ? entry : term) + 1]++);
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      FieldImpacts read = new FieldImpacts(byEntry, starts, count);
      int[] next = starts.clone();
      forEachPosting(
          searcher,
          field,
          vocabulary,
          (entry, term, impact) -> {
            int at = next[byEntry ? entry : term]++;
            read.others[at] = byEntry ? term : entry;
            read.impacts[at] = impact;
          });
      return read;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the entries have of a question's terms. */
  FoundTerms of(QuestionPlan plan) {
    return byEntry ? new FoundTerms(plan, starts, others, impacts) : turned(plan);
  }

  private FoundTerms turned(QuestionPlan plan) {
    // Two more than entries: while they are filled each stands one behind its place.
    int[] next = new int[count + 2];
    for (int term : plan.terms()) {
      for (int i = starts[term]; i < starts[term + 1]; i++) {
        next[others[i] + 2]++;
      }
    }
    for (int i = 2; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    int[] terms = new int[next[count + 1]];
    float[] found = new float[terms.length];
    for (int term : plan.terms()) {
      for (int i = starts[term]; i < starts[term + 1]; i++) {
        int at = next[others[i] + 1]++;
        terms[at] = term;
        found[at] = impacts[i];
      }
    }
    return new FoundTerms(plan, next, terms, found);
  }

  /** Gives what each entry has. */
  void forEach(Impact each) {
    for (int one = 0; one + 1 < starts.length; one++) {
      for (int i = starts[one]; i < starts[one + 1]; i++) {
        each.of(byEntry ? one : others[i], byEntry ? others[i] : one, impacts[i]);
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
