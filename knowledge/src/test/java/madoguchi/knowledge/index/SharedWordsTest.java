package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.vector.WordVectors;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists that were read once say what Lucene says when it is asked. */
class SharedWordsTest {

  private static final int MOST_BYTES = 500_000;

  private static List<AnalysedEntry> entries;
  private static Vocabulary vocabulary;
  private static QuestionReader reader;
  private static SharedWords lucene;
  private static SharedWords lists;
  private static FieldScores.Fields fields;

  @BeforeAll
  static void build() {
    TextAnalysis analysis = new TextAnalysis();
    ReadTexts read = new ReadTexts(analysis, null);
    entries = AnalysedEntry.all(JudgedTown.bare(), read);
    vocabulary = new Vocabulary(entries, Set.of());
    WrittenForms forms = new WrittenForms(entries, vocabulary, read, 0.9);
    reader = new QuestionReader(analysis, Synonyms.municipal(), vocabulary, forms);
    IndexSearcher searcher = LuceneStore.of(entries);
    fields = FieldScores.Fields.of(searcher, vocabulary);
    lucene = new LuceneWords(searcher, vocabulary);
    lists = new Postings(fields, vocabulary.size());
  }

  private static QuestionPlan plan(String asked) {
    return new QuestionPlan(reader.read(asked), vocabulary);
  }

  private static float[] byEntry(long[] ranked) {
    float[] scores = new float[entries.size()];
    for (long one : ranked) {
      scores[SharedWords.entry(one)] = SharedWords.score(one);
    }
    return scores;
  }

  @Test
  void bothFindTheSameEntriesWithTheSameScores() {
    for (String asked : JudgedQuestions.all()) {
      QuestionPlan plan = plan(asked);
      long[] found = lists.most(plan, entries.size());
      long[] expected = lucene.most(plan, entries.size());
      assertThat(found).as(asked).hasSameSizeAs(expected);
      assertThat(byEntry(found))
          .as(asked)
          .usingComparatorWithPrecision(2e-3f)
          .containsExactly(byEntry(expected));
    }
  }

  @Test
  void giveTheBestFirstAndNoMoreThanWanted() {
    for (SharedWords words : List.of(lists, lucene)) {
      for (String asked : JudgedQuestions.all().subList(0, 100)) {
        QuestionPlan plan = plan(asked);
        long[] all = words.most(plan, entries.size());
        assertThat(all).as(asked).isSorted().doesNotHaveDuplicates();
        assertThat(words.most(plan, 7)).as(asked).isEqualTo(LongStream.of(all).limit(7).toArray());
      }
    }
  }

  @Test
  void noEntryMatchesBetterThanItsSharedWordsAllow() {
    for (String asked : JudgedQuestions.all()) {
      QuestionPlan plan = plan(asked);
      FieldScores scores = new FieldScores(fields, plan);
      float[] most = byEntry(lists.most(plan, entries.size()));
      for (int entry = 0; entry < most.length; entry++) {
        assertThat(Candidates.rough(entry, scores))
            .as(asked)
            .isLessThanOrEqualTo(most[entry] * 1.0001f);
      }
    }
  }

  @Test
  void anEntryAndItsScoreAreOneNumberOfWhichTheBestIsTheLeast() {
    long best = SharedWords.ranked(70_000, 12.5f);
    long next = SharedWords.ranked(3, 12.25f);
    long same = SharedWords.ranked(4, 12.25f);

    assertThat(List.of(same, best, next).stream().sorted()).containsExactly(best, next, same);
    assertThat(SharedWords.entry(best)).isEqualTo(70_000);
    assertThat(SharedWords.score(best)).isEqualTo(12.5f);
  }

  @Test
  void aQuestionLeavesLittleBehind() {
    EntryIndex index =
        new EntryIndex(
            new Ingredients(JudgedTown.bare(), Synonyms.municipal(), WordVectors.NONE, List.of()),
            Weights.ofSignals());
    List<String> questions = JudgedQuestions.all();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    questions.forEach(asked -> index.search(asked, ConfidenceTraining.DAY, 10));
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat((after - before) / questions.size()).isBetween(1L, (long) MOST_BYTES);
  }
}
