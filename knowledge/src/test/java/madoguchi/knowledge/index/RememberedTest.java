package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How resolved questions are found again. */
class RememberedTest {

  private static final float[] NOWHERE = {};

  private static TfIdf words(Map<String, Double> weights) {
    return new TfIdf(weights);
  }

  private static Remembered of(List<RememberedQuestion> all) {
    Remembered memory = new Remembered();
    all.forEach(memory::add);
    return memory;
  }

  @Test
  void findsTheNearestOfEachEntryTimesItsGrade() {
    Remembered memory =
        of(
            List.of(
                new RememberedQuestion("引っ越した", 7, 1, words(Map.of("引っ越す", 1.0)), NOWHERE),
                new RememberedQuestion(
                    "引っ越しの鍵", 7, 1, words(Map.of("引っ越す", 0.6, "鍵", 0.8)), NOWHERE),
                new RememberedQuestion("", 8, 0.5, words(Map.of("引っ越す", 1.0)), NOWHERE),
                new RememberedQuestion("", 9, 1, words(Map.of("犬", 1.0)), NOWHERE)));

    Map<Integer, Double> like = memory.likeness(words(Map.of("引っ越す", 1.0)), NOWHERE);

    assertThat(like).containsOnlyKeys(7, 8);
    assertThat(like.get(7)).isCloseTo(0.5, within(1e-9));
    assertThat(like.get(8)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void addsTheLikenessOfMeaningButNothingForItsOpposite() {
    float[] north = {0, 1, 0, 0};
    float[] south = {0, -1, 0, 0};
    Remembered memory =
        of(
            List.of(
                new RememberedQuestion("", 1, 1, words(Map.of("水", 1.0)), north),
                new RememberedQuestion("", 2, 1, words(Map.of("水", 1.0)), south)));

    Map<Integer, Double> like = memory.likeness(words(Map.of("水", 1.0)), north);

    assertThat(like.get(1)).isCloseTo(1, within(1e-6));
    assertThat(like.get(2)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void isTheSameInEveryOrder() {
    RememberedQuestion one =
        new RememberedQuestion("", 1, 1, words(Map.of("水", 0.8, "税", 0.6)), NOWHERE);
    RememberedQuestion other = new RememberedQuestion("", 2, 1, words(Map.of("税", 1.0)), NOWHERE);
    TfIdf asked = words(Map.of("税", 0.6, "水", 0.8));

    assertThat(of(List.of(one, other)).likeness(asked, NOWHERE))
        .isEqualTo(of(List.of(other, one)).likeness(asked, NOWHERE));
    assertThat(of(List.of()).likeness(asked, NOWHERE)).isEmpty();
  }
}
