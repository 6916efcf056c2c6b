package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import madoguchi.knowledge.embedding.EntryEmbeddings;
import madoguchi.knowledge.index.Ablation.Gain;
import madoguchi.knowledge.index.Ablation.Measured;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;

/** What is remembered helps where questions repeat, and does no harm where they seldom do. */
class MemoryTest {

  private static final MemoryGain GAIN = new MemoryGain();

  private static Gain gain(List<MemoryGain.Bench> benches) {
    Measured without = GAIN.measured(benches, false);
    return Gain.of(without.ndcg10(), GAIN.measured(benches, true).ndcg10());
  }

  @Test
  void helpsAlsoWhereQuestionsSeldomRepeatByWhatTheyTeach() {
    assertThat(gain(MemoryGain.seldomRepeated()).mean()).isGreaterThan(0);
  }

  @Test
  void isCountedLessWhereMuchIsRememberedAndHardlyAnyOfItIsAskedAgain() {
    List<MemoryGain.Bench> seldom = MemoryGain.seldomRepeatedOfMany(3);
    Measured untaught = GAIN.untaught(seldom);

    assertThat(Gain.of(untaught.ndcg10(), GAIN.measured(seldom, true).ndcg10()).mean())
        .isGreaterThan(0.01);
  }

  @Test
  void helpsATownThatIsAskedForAFewEntriesOften() {
    assertThat(gain(MemoryGain.popular(1)).mean()).isGreaterThan(0.003);
  }

  @Test
  void helpsWhereTheyRepeat() {
    assertThat(gain(MemoryGain.repeated()).low()).isGreaterThan(0);
    assertThat(gain(MemoryGain.wordingsResolved()).low()).isGreaterThan(0.015);
  }

  @Test
  void findsAnEntryThatSharesNoWordWithTheQuestion() {
    String asked = "ぽちが天国に行きました";
    Resolved resolved = new Resolved("ぽちが天国に行った", "pet-petshigai", 1);
    EntryIndex index =
        new EntryIndex(
            new Ingredients(
                JudgedTown.bare(), Synonyms.municipal(), WordVectors.NONE, List.of(resolved)),
            Weights.ofSignals());
    assertThat(index.search(asked, ConfidenceTraining.DAY, 10))
        .extracting(hit -> hit.entry().id())
        .contains("pet-petshigai");
  }

  @Test
  void asksNobodyOutsideWhileTheIndexIsBuilt() {
    List<Resolved> memory = JudgedTown.resolved(JudgedTown.half(JudgedTown.open(), 0));
    Ingredients ingredients =
        Ingredients.of(JudgedTown.bare())
            .with(memory)
            .with(
                new EntryEmbeddings(new NobodyOutside(), Map.of("pet-petshigai", new float[] {1})));

    EntryIndex index = new EntryIndex(ingredients, Weights.ofSignals());

    assertThat(index.remembers()).isTrue();
  }
}
