package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * In how many entries each term stands, field by field, and which terms of a question are telling
 * enough to look for entries by. Holds a ready query for each, since finding a term in Lucene's
 * dictionary costs more than walking through a town's postings of it.
 */
final class TermFrequencies {

  /** In a town's own few thousand entries every term is looked for. */
  private static final int FEW_ENTRIES = 10_000;

  /** Among many entries so many postings are walked through; a common term is not worth them. */
  private static final int MOST_POSTINGS = 300_000;

  /** Three fields of each are within what Lucene takes as one query. */
  private static final int MOST_TERMS = 300;

  private final List<@Nullable TermQuery[]> queries = new ArrayList<>();
  private final int[] postings;
  private final int entries;

  TermFrequencies(IndexSearcher searcher, Vocabulary vocabulary, List<String> fields) {
    postings = new int[vocabulary.size()];
    entries = searcher.getIndexReader().maxDoc();
    for (String field : fields) {
      queries.add(queries(searcher, field, vocabulary));
    }
  }

  /** The query for a term of a field, counted as they were given; null where it does not stand. */
  @Nullable TermQuery query(int field, int term) {
    return queries.get(field)[term];
  }

  /** Places of a question's terms to look for entries by, the rarest first. */
  int[] telling(QuestionPlan plan) {
    int[] terms = plan.terms();
    int[] rarest =
        IntStream.range(0, terms.length)
            .boxed()
            .sorted(Comparator.comparingInt(place -> postings[terms[place]]))
            .limit(MOST_TERMS)
            .mapToInt(Integer::intValue)
            .toArray();
    if (entries <= FEW_ENTRIES) {
      return rarest;
    }
    int walked = 0;
    int taken = 0;
    while (taken < rarest.length
        && (taken == 0 || walked + postings[terms[rarest[taken]]] <= MOST_POSTINGS)) {
      walked += postings[terms[rarest[taken++]]];
    }
    return IntStream.of(rarest).limit(taken).toArray();
  }

  private @Nullable TermQuery[] queries(
      IndexSearcher searcher, String field, Vocabulary vocabulary) {
    @Nullable TermQuery[] ofField = new TermQuery[vocabulary.size()];
    @Nullable TermStates[] states = new TermStates[vocabulary.size()];
    try {
      for (var leaf : searcher.getIndexReader().leaves()) {
        var terms = leaf.reader().terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          int number = vocabulary.number(term.utf8ToString());
          TermStates known = states[number];
          if (known == null) {
            known = new TermStates(searcher.getTopReaderContext());
            states[number] = known;
            ofField[number] = new TermQuery(new Term(field, BytesRef.deepCopyOf(term)), known);
          }
          known.register(each.termState(), leaf.ord, each.docFreq(), each.totalTermFreq());
          postings[number] += each.docFreq();
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ofField;
  }
}
