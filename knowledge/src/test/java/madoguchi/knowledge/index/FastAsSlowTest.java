package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The quick ways give what the plain and slow ones give, on the questions of the judged set. */
class FastAsSlowTest {

  private static final TextAnalysis ANALYSIS = new TextAnalysis();

  /** A rounding of single precision is no difference. */
  private static final float ROUNDING = 2e-3f;

  private static List<AnalysedEntry> entries;
  private static Vocabulary vocabulary;
  private static QuestionReader reader;
  private static SlowSearch slow;
  private static FieldScores.Fields fields;
  private static Candidates candidates;

  @BeforeAll
  static void build() {
    entries = AnalysedEntry.all(TownFile.demo().fill(BasePack.load()).entries(), ANALYSIS);
    vocabulary = new Vocabulary(entries, Set.of());
    reader =
        new QuestionReader(
            ANALYSIS,
            Synonyms.municipal(),
            vocabulary,
            new WrittenForms(entries, vocabulary, new ReadTexts(ANALYSIS, null), 0.9));
    slow = new SlowSearch(entries);
    var searcher = LuceneStore.of(entries);
    fields = FieldScores.Fields.of(searcher, vocabulary);
    candidates = new Candidates(searcher, fields, vocabulary);
  }

  @Test
  void weighsEveryFieldAsLuceneDoes() {
    for (String asked : JudgedQuestions.all()) {
      Question question = reader.read(asked);
      SlowSearch.Scores expected = slow.ask(question);
      FieldScores scores = new FieldScores(fields, new QuestionPlan(question, vocabulary));
      for (int entry = 0; entry < entries.size(); entry++) {
        assertThat(scores.question(entry))
            .as("%s, %s", asked, entries.get(entry).entry().id())
            .isCloseTo(expected.question()[entry], within(ROUNDING));
        assertThat(scores.wordings(entry)).isCloseTo(expected.wordings()[entry], within(ROUNDING));
        assertThat(scores.answer(entry)).isCloseTo(expected.answer()[entry], within(ROUNDING));
      }
    }
  }

  @Test
  void weighsTheSameHoweverItsListsAreKept() {
    var searcher = LuceneStore.of(entries);
    for (String field : List.of(LuceneStore.QUESTION, LuceneStore.WORDINGS, LuceneStore.ANSWER)) {
      FieldImpacts byTerm = FieldImpacts.of(searcher, field, vocabulary, false);
      FieldImpacts byEntry = FieldImpacts.of(searcher, field, vocabulary, true);
      Set<List<Number>> seen = new HashSet<>();
      byTerm.forEach((entry, term, impact) -> seen.add(List.of(entry, term, impact)));
      byEntry.forEach(
          (entry, term, impact) ->
              assertThat(seen.remove(List.<Number>of(entry, term, impact))).isTrue());
      assertThat(seen).isEmpty();
      for (String asked : JudgedQuestions.all()) {
        QuestionPlan plan = new QuestionPlan(reader.read(asked), vocabulary);
        FoundTerms turned = byTerm.of(plan);
        FoundTerms kept = byEntry.of(plan);
        float[] found = new float[plan.terms().length];
        for (int entry = 0; entry < entries.size(); entry++) {
          assertThat(turned.score(entry, found)).isEqualTo(kept.score(entry, found));
          boolean[] has = new boolean[found.length];
          boolean[] expected = has.clone();
          turned.mark(entry, has);
          kept.mark(entry, expected);
          assertThat(has).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void leavesNoBetterEntryOutThanItTakes() {
    for (int most : new int[] {1, 20, 200}) {
      for (String asked : JudgedQuestions.all()) {
        Question question = reader.read(asked);
        SlowSearch.Scores expected = slow.ask(question);
        QuestionPlan plan = new QuestionPlan(question, vocabulary);
        int[] found = candidates.of(plan, new FieldScores(fields, plan), entry -> true, most);
        int[] best = expected.best(most);
        assertThat(found).as(asked).hasSize(best.length);
        if (best.length > 0) {
          float last = expected.rough(best[best.length - 1]) - ROUNDING;
          assertThat(found).as(asked).isSorted();
          assertThat(IntStream.of(found))
              .as(asked)
              .allMatch(entry -> expected.rough(entry) >= last);
        }
      }
    }
  }

  @Test
  void takesTheBestThoughItWeighsNoMoreThanItMust() {
    for (String asked : JudgedQuestions.all()) {
      QuestionPlan plan = new QuestionPlan(reader.read(asked), vocabulary);
      FieldScores scores = new FieldScores(fields, plan);
      int[] best =
          IntStream.range(0, entries.size())
              .filter(entry -> Candidates.rough(entry, scores) > 0)
              .boxed()
              .sorted(Comparator.comparing(entry -> -Candidates.rough(entry, scores)))
              .limit(20)
              .mapToInt(entry -> entry)
              .sorted()
              .toArray();
      assertThat(candidates.of(plan, new FieldScores(fields, plan), entry -> true, 20))
          .as(asked)
          .containsExactly(best);
    }
  }

  @Test
  void asksOfTheBestAloneWhetherTheyAreShown() {
    int[] asked = new int[1];
    int matching = 0;
    for (String question : JudgedQuestions.all()) {
      QuestionPlan plan = new QuestionPlan(reader.read(question), vocabulary);
      FieldScores scores = new FieldScores(fields, plan);
      candidates.of(plan, scores, entry -> ++asked[0] > 0, 20);
      matching +=
          (int)
              IntStream.range(0, entries.size())
                  .filter(entry -> Candidates.rough(entry, scores) > 0)
                  .count();
    }
    assertThat(asked[0]).isLessThan(matching / 3);
  }

  @Test
  void takesEachTextApartOnce() {
    for (String asked : JudgedQuestions.all()) {
      ReadQuestion read = reader.readWhole(asked);
      assertThat(read.typed().text()).isEqualTo(asked);
      assertThat(read.typed().words()).isEqualTo(ANALYSIS.tokens(asked));
      assertThat(read.read().words()).as(asked).isEqualTo(ANALYSIS.tokens(read.read().text()));
    }
  }

  @Test
  void takesTheNextBestForThoseThatAreNotShown() {
    for (String asked : JudgedQuestions.all().subList(0, 100)) {
      Question question = reader.read(asked);
      QuestionPlan plan = new QuestionPlan(question, vocabulary);
      FieldScores scores = new FieldScores(fields, plan);
      int[] shown = candidates.of(plan, scores, entry -> entry % 3 == 0, 50);
      SlowSearch.Scores expected = slow.ask(question);
      long wanted =
          IntStream.of(expected.best(entries.size())).filter(entry -> entry % 3 == 0).count();
      assertThat(shown).hasSize((int) Math.min(50, wanted));
      assertThat(IntStream.of(shown)).allMatch(entry -> entry % 3 == 0);
    }
  }

  @Test
  void knowsCosinesWithoutKeepingVectors() {
    WordVectors vectors =
        Learning.vectors(
            entries.stream().map(AnalysedEntry::entry).toList().subList(0, 200),
            Synonyms.municipal());
    Meaning meaning = new Meaning(vocabulary, vectors, entries);
    for (String asked : JudgedQuestions.all().subList(0, 20)) {
      float[] direction = meaning.of(reader.read(asked));
      WordLikeness likeness = meaning.likenessTo(direction);
      for (AnalysedEntry entry : entries) {
        int[] words = meaning.words(entry.question());
        assertThat(likeness.sum(words) * meaning.scale(words))
            .as("%s, %s", asked, entry.entry().id())
            .isCloseTo(
                (float) Meaning.cosine(direction, meaning.of(entry.question())), within(ROUNDING));
      }
    }
  }
}
