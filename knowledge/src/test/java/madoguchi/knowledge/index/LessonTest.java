package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.embedding.EntryEmbeddings;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;

/** What a town's resolved questions teach, and when they teach nothing. */
class LessonTest {

  private static final WordVectors VECTORS = JudgedTown.vectors(JudgedTown.bare());

  private static final List<JudgedTown.Judged> QUESTIONS =
      MemoryGain.popular(1).getFirst().remembered();

  private static final List<Resolved> ASKED = JudgedTown.resolved(QUESTIONS);

  private static final KnowledgeIndex INDEX = KnowledgeIndex.of(remembering(ASKED));

  private static final LearnedWeights LEARNED = INDEX.learn();

  private static Ingredients remembering(List<Resolved> memory) {
    return new Ingredients(JudgedTown.bare(), Synonyms.municipal(), VECTORS, memory);
  }

  private static LearnedWeights taught(List<Resolved> memory) {
    return KnowledgeIndex.of(remembering(memory)).learn();
  }

  @Test
  void fewQuestionsTeachNothing() {
    assertThat(taught(List.of())).isEqualTo(LearnedWeights.NONE);
    assertThat(taught(ASKED.subList(0, 60))).isEqualTo(LearnedWeights.NONE);
  }

  @Test
  void someTeachHowFarTheyCountAndManyTeachAll() {
    assertThat(taught(JudgedTown.resolved(QUESTIONS.subList(0, 120))).values().keySet())
        .isSubsetOf("memory", "care");
    assertThat(LEARNED.values().keySet())
        .containsExactlyInAnyOrder(
            "question",
            "answer",
            "meaning",
            "coverage",
            "reverse",
            "soft",
            "neighbours",
            "aspect",
            "memory",
            "care");
  }

  @Test
  void noWeightIsLearnedBelowZeroAndTheOrderOfTheMemoryDoesNotMatter() {
    List<Resolved> turned = new ArrayList<>(ASKED.reversed());

    assertThat(LEARNED.values().values()).allMatch(weight -> weight >= 0);
    assertThat(taught(turned)).isEqualTo(LEARNED);
  }

  @Test
  void whatIsRememberedIsNeverForgottenWhollyThoughItSeldomRepeats() {
    LearnedWeights seldom =
        taught(JudgedTown.resolved(MemoryGain.seldomRepeatedOfMany(1).getFirst().remembered()));

    assertThat(seldom.values().get("memory")).isLessThan(1);
    assertThat(seldom.values().get("care")).isBetween(1.9, 3.0);
  }

  @Test
  void aListDrawnUpByTheEntriesTeachesNothing() {
    assertThat(taught(JudgedTown.resolved(MemoryGain.wordingsResolved().getFirst().remembered())))
        .isEqualTo(LearnedWeights.NONE);
  }

  @Test
  void whatIsSaidOfAnEntryAddsUpToItsScoreWithLearnedWeights() {
    KnowledgeIndex index = INDEX.renewed(remembering(ASKED).with(LEARNED));
    String asked = ASKED.getFirst().question();
    Hit hit = index.search(asked, ConfidenceTraining.DAY, 1).getFirst();

    assertThat(hit.why().stream().mapToDouble(Hit.Signal::contribution).sum())
        .isCloseTo(hit.score(), within(1e-6));
    assertThat(INDEX.search(asked, ConfidenceTraining.DAY, 1).getFirst().score())
        .isNotCloseTo(hit.score(), within(1e-3));
  }

  @Test
  void nobodyOutsideIsAskedForItAndWhatWasLearnedBeforeDoesNotMatter() {
    Ingredients ingredients =
        remembering(ASKED)
            .with(
                new EntryEmbeddings(new NobodyOutside(), Map.of("pet-petshigai", new float[] {1})))
            .with(LEARNED);

    assertThat(INDEX.renewed(ingredients).learn()).isEqualTo(LEARNED);
  }
}
