package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.text.TextAnalysis;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** The index in Lucene: question, wordings and answer apart, weighed by BM25. */
final class EntryIndex implements KnowledgeIndex {

  /** What is typed beyond this says nothing more about the question, and would cost time. */
  private static final int LONGEST_QUESTION = 1_000;

  private static final int MOST_TERMS = 64;
  private static final float WORDINGS = 0.9f;
  private static final float ANSWER = 0.6f;

  private final TextAnalysis analysis;
  private final List<AnalysedEntry> entries;
  private final IndexSearcher searcher;
  private final List<Set<String>> terms;

  private EntryIndex(TextAnalysis analysis, List<AnalysedEntry> entries) {
    this.analysis = analysis;
    this.entries = entries;
    this.searcher = LuceneStore.of(entries);
    this.terms = entries.stream().map(EntryIndex::allTerms).toList();
  }

  static EntryIndex of(Collection<FaqEntry> entries) {
    TextAnalysis analysis = new TextAnalysis();
    return new EntryIndex(
        analysis,
        entries.stream()
            .filter(e -> e.state() == FaqState.PUBLISHED && e.audience() == Audience.RESIDENT)
            .sorted(Comparator.comparing(FaqEntry::id))
            .map(entry -> AnalysedEntry.of(entry, analysis))
            .toList());
  }

  @Override
  public List<Hit> search(String question, LocalDate today, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("illegal limit: " + limit + " is not 1 to 1000");
    }
    String begun = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
    Set<String> asked = new LinkedHashSet<>(analysis.terms(begun));
    if (asked.isEmpty() || entries.isEmpty()) {
      return List.of();
    }
    try {
      List<String> few = asked.stream().limit(MOST_TERMS).toList();
      ScoreDoc[] found = searcher.search(query(few, today), limit + 1).scoreDocs;
      return hits(few, found, limit);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public int size() {
    return entries.size();
  }

  private Query query(List<String> asked, LocalDate today) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String term : asked) {
      any.add(
          new DisjunctionMaxQuery(
              List.of(
                  new TermQuery(new Term(LuceneStore.QUESTION, term)),
                  new BoostQuery(new TermQuery(new Term(LuceneStore.WORDINGS, term)), WORDINGS),
                  new BoostQuery(new TermQuery(new Term(LuceneStore.ANSWER, term)), ANSWER)),
              0.3f),
          Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(LuceneStore.validOn(today), Occur.FILTER)
        .build();
  }

  private List<Hit> hits(List<String> asked, ScoreDoc[] found, int limit) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, found.length); i++) {
      double coverage = coverage(asked, terms.get(found[i].doc));
      double next = i + 1 < found.length ? found[i + 1].score : 0;
      double lead = (found[i].score - next) / found[i].score;
      hits.add(
          new Hit(
              entries.get(found[i].doc).entry(),
              found[i].score,
              coverage * (0.45 + 0.55 * Math.min(1, lead * 4)) / (i + 1),
              List.of(
                  new Hit.Signal("質問文・言い換え・回答との一致", found[i].score, found[i].score),
                  new Hit.Signal("質問の言葉のうち見つかった割合", coverage, 0))));
    }
    return hits;
  }

  /** The share of the question's terms that the entry has, each by how rare it is. */
  private double coverage(List<String> asked, Set<String> has) throws IOException {
    double all = 0;
    double found = 0;
    for (String term : asked) {
      int frequency = 1;
      for (String field : List.of(LuceneStore.QUESTION, LuceneStore.WORDINGS, LuceneStore.ANSWER)) {
        frequency = Math.max(frequency, searcher.getIndexReader().docFreq(new Term(field, term)));
      }
      double rarity = Math.log(1 + (double) entries.size() / frequency);
      all += rarity;
      found += has.contains(term) ? rarity : 0;
    }
    return found / all;
  }

  private static Set<String> allTerms(AnalysedEntry entry) {
    Set<String> all = new HashSet<>(entry.question());
    entry.wordings().forEach(all::addAll);
    all.addAll(entry.answer());
    return all;
  }
}
