package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;

/** Each word of a question beside the nearest word of an entry. */
class SoftCoverageTest {

  private static final List<FaqEntry> TOWN = JudgedTown.bare();
  private static final WordVectors LEARNED = Learning.vectors(TOWN, Synonyms.NONE);

  private static ToDoubleFunction<String> asked(String question, WordVectors vectors) {
    EntryIndex index =
        new EntryIndex(
            new Ingredients(TOWN, Synonyms.NONE, vectors, List.of()), Weights.ofSignals());
    int place = index.signals().stream().map(Signal::key).toList().indexOf("soft");
    List<EntryIndex.Scored> found =
        index.score(index.readWhole(question), ConfidenceTraining.DAY, 200);
    return id ->
        found.stream()
            .filter(one -> index.entry(one.entry()).id().equals(id))
            .mapToDouble(one -> one.values()[place])
            .findFirst()
            .orElse(-1);
  }

  @Test
  void isOneForAnEntryWithAllWordsAndNeverMore() {
    FaqEntry entry = TOWN.get(100);

    assertThat(asked(entry.question(), LEARNED).applyAsDouble(entry.id()))
        .isBetween(0.999, 1.000001);
  }

  @Test
  void isTheShareOfWordsThatAreThereWhileNoVectorsAreLearned() {
    FaqEntry entry = TOWN.get(100);
    String more = entry.question() + "ペンギン";
    double share = asked(more, WordVectors.NONE).applyAsDouble(entry.id());

    assertThat(asked(entry.question(), WordVectors.NONE).applyAsDouble(entry.id()))
        .isBetween(0.999, 1.000001);
    assertThat(share).isBetween(0.3, 0.99);
  }

  @Test
  void countsAWordOfNearlyTheSameMeaning() {
    String question = "犬の鑑札";
    String other = "pet-kyoken";
    double withVectors = asked(question, LEARNED).applyAsDouble(other);
    double without = asked(question, WordVectors.NONE).applyAsDouble(other);

    assertThat(withVectors).isGreaterThanOrEqualTo(without);
  }

  @Test
  void isTheSameWhateverWasAskedBefore() {
    EntryIndex fresh = learned();
    EntryIndex used = learned();
    TOWN.forEach(entry -> scores(used, entry.question()));

    for (FaqEntry entry : TOWN.subList(0, 20)) {
      assertThat(scores(used, entry.question())).isEqualTo(scores(fresh, entry.question()));
    }
  }

  private static EntryIndex learned() {
    return new EntryIndex(
        new Ingredients(TOWN, Synonyms.NONE, LEARNED, List.of()), Weights.ofSignals());
  }

  private static List<List<Double>> scores(EntryIndex index, String question) {
    return index.score(index.readWhole(question), ConfidenceTraining.DAY, 200).stream()
        .map(one -> Arrays.stream(one.values()).boxed().toList())
        .toList();
  }

  @Test
  void nearnessIsTheSameBothWaysAndOneForTheWordItself() {
    byte[] stored = LEARNED.write();
    WordVectors vectors = WordVectors.read(stored);
    int dog = vectors.number("犬");
    int tax = vectors.number("税");

    assertThat(dog).isNotNegative();
    assertThat(tax).isNotNegative();
    float[] toDog = vectors.cosines(dog, tax).with(dog);
    float[] toTax = vectors.cosines(dog, tax).with(tax);
    assertThat(toDog[0]).isBetween(0.999f, 1.001f);
    assertThat(toDog[1]).isCloseTo(toTax[0], org.assertj.core.data.Offset.offset(1e-6f));
    float[] direction = new float[WordVectors.DIMENSIONS];
    vectors.addTo(direction, tax, 1);
    assertThat(toTax[0])
        .isCloseTo(
            vectors.along(dog, WordVectors.apart(direction)),
            org.assertj.core.data.Offset.offset(1e-4f));
  }
}
