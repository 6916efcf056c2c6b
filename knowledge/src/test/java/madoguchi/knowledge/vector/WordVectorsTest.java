package madoguchi.knowledge.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the vectors learn, and that they stay the same when stored. */
class WordVectorsTest {

  private static final List<String> WORDS = List.of("ごみ", "収集", "資源", "保険", "健診");

  @Test
  void wordsInLikeCompanyPointInLikeDirections() {
    WordVectors vectors = VectorTraining.learn(twoTopics(), pair -> {});
    assertThat(cosine(vectors, "ごみ", "収集")).isGreaterThan(cosine(vectors, "ごみ", "保険") + 0.3);
  }

  @Test
  void synonymsPointInLikeDirections() {
    List<Passage> passages = twoTopics();
    double apart = cosine(VectorTraining.learn(passages, pair -> {}), "収集", "健診");
    VectorTraining.SynonymPairs pairs =
        pair -> repeat(200, () -> pair.accept(List.of("収集"), List.of("健診")));
    // Only what is larger than chance counts, so a rare pair must be named more than once here.
    assertThat(cosine(VectorTraining.learn(passages, pairs), "収集", "健診")).isNotEqualTo(apart);
    assertThat(
            cosine(VectorTraining.learn(passages, pairs), "収集", "受診")
                + cosine(VectorTraining.learn(passages, pairs), "健診", "分別"))
        .isGreaterThan(
            cosine(VectorTraining.learn(passages, pair -> {}), "収集", "受診")
                + cosine(VectorTraining.learn(passages, pair -> {}), "健診", "分別"));
  }

  @Test
  void learnsTheSameTwice() {
    assertThat(VectorTraining.learn(twoTopics(), pair -> {}).write())
        .isEqualTo(VectorTraining.learn(twoTopics(), pair -> {}).write());
  }

  @Test
  void storedVectorsAreTheSame() {
    WordVectors vectors = VectorTraining.learn(twoTopics(), pair -> {});
    WordVectors again = WordVectors.read(vectors.write());
    assertThat(again.write()).isEqualTo(vectors.write());
    assertThat(vector(again, "ごみ")).isEqualTo(vector(vectors, "ごみ"));
  }

  @Test
  void cosinesAreThoseOfTheDirections() {
    WordVectors vectors = VectorTraining.learn(twoTopics(), pair -> {});
    int[] ids = WORDS.stream().mapToInt(vectors::number).toArray();
    WordCosines cosines = vectors.cosines(ids);
    for (int one = 0; one < ids.length; one++) {
      float[] found = cosines.with(ids[one]);
      for (int other = 0; other < ids.length; other++) {
        assertThat((double) found[other])
            .isCloseTo(cosine(vectors, WORDS.get(one), WORDS.get(other)), offset(1e-4));
      }
    }
  }

  @Test
  void productsAreThoseOfTheStoredBytesToTheLastBit() {
    Random random = new Random(2026);
    byte[][] directions = new byte[300][WordVectors.DIMENSIONS];
    Map<String, Integer> words = new HashMap<>();
    for (int i = 0; i < directions.length; i++) {
      random.nextBytes(directions[i]);
      words.put("語" + i, i);
    }
    directions[1] = new byte[WordVectors.DIMENSIONS];
    byte[] stored = StoredVectors.write(words, directions);
    WordVectors vectors = WordVectors.read(stored);
    assertThat(vectors.write()).isEqualTo(stored);
    float[] other = new float[WordVectors.DIMENSIONS];
    for (int d = 0; d < other.length; d++) {
      other[d] = (float) random.nextGaussian();
    }
    int[] ids = {7, 0, 1, 299, -1};
    WordCosines cosines = vectors.cosines(ids);
    for (int one = 0; one < directions.length; one++) {
      float[] sums = new float[4];
      float[] added = new float[other.length];
      for (int d = 0; d < other.length; d++) {
        sums[d % 4] += directions[one][d] * other[d];
        added[d] += (float) (0.7 * scale(directions[one])) * directions[one][d];
      }
      assertThat(vectors.along(one, WordVectors.apart(other)))
          .isEqualTo((sums[0] + sums[1] + sums[2] + sums[3]) * scale(directions[one]));
      float[] sum = new float[other.length];
      vectors.addTo(sum, one, 0.7);
      assertThat(sum).isEqualTo(added);
      float[] found = cosines.with(one);
      for (int i = 0; i < ids.length; i++) {
        assertThat(found[i])
            .isEqualTo(
                ids[i] < 0
                    ? 0
                    : dot(directions[ids[i]], directions[one])
                        * scale(directions[ids[i]])
                        * scale(directions[one]));
      }
    }
  }

  private static int dot(byte[] a, byte[] b) {
    int sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static float scale(byte[] direction) {
    int squares = dot(direction, direction);
    return squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
  }

  @Test
  void cosinesOfOneWordDoNotChangeThoseOfAnother() {
    WordVectors vectors = VectorTraining.learn(twoTopics(), pair -> {});
    WordCosines cosines = vectors.cosines(vectors.number("ごみ"));
    float[] first = cosines.with(vectors.number("収集"));
    float[] before = first.clone();
    cosines.with(vectors.number("保険"));

    assertThat(first).containsExactly(before);
    assertThat(cosines.with(vectors.number("収集"))).containsExactly(before);
  }

  @Test
  void whatHasNoDirectionIsNearNothing() {
    WordVectors vectors = VectorTraining.learn(twoTopics(), pair -> {});
    int known = vectors.number("ごみ");
    int unknown = vectors.number("ペンギン");

    assertThat(vectors.cosines(known, unknown).with(unknown)).containsOnly(0);
    assertThat(vectors.cosines(unknown, known).with(known)[0]).isZero();
    assertThat(vectors.cosines().with(known)).isEmpty();
  }

  @Test
  void refusesWhatItDidNotWrite() {
    byte[] good = VectorTraining.learn(twoTopics(), pair -> {}).write();
    byte[] other = good.clone();
    other[0] = 99;
    assertThatThrownBy(() -> WordVectors.read(other)).hasMessageContaining("version 99");
    assertThatThrownBy(() -> WordVectors.read(Arrays.copyOf(good, good.length - 5)))
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> WordVectors.read(new byte[0])).hasMessageContaining("cut short");
  }

  @Test
  void knowsNothingFromNothing() {
    assertThat(VectorTraining.learn(List.of(), pair -> {}).isEmpty()).isTrue();
    assertThat(vector(WordVectors.NONE, "ごみ")).containsOnly(0);
  }

  @Test
  void findsTheMainDirectionsOfAMatrixExactly() {
    // a matrix of rank two, 3·uu' + 2·vv' with u = (1,1,0,0)/√2 and v = (0,0,1,-1)/√2
    PairCounts counts = new PairCounts();
    counts.add(0, 1, 1.5f);
    counts.add(2, 3, 1.0f);
    float[][] rows = SubspaceIteration.of(counts.toMatrix(4), 4);
    // row products give back |matrix|: the diagonal of (M²)^½ is 1.5 and 1
    assertThat(dot(rows[0], rows[0])).isCloseTo(1.5, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(dot(rows[2], rows[2])).isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-4));
    assertThat(dot(rows[0], rows[2])).isCloseTo(0.0, org.assertj.core.data.Offset.offset(1e-4));
  }

  private static List<Passage> twoTopics() {
    List<String> waste = List.of("ごみ", "収集", "袋", "分別", "資源", "粗大");
    List<String> health = List.of("保険", "健診", "医療", "病院", "受診", "予防");
    Random random = new Random(5);
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<String> topic = i % 2 == 0 ? waste : health;
      List<String> terms = new ArrayList<>();
      for (int j = 0; j < 8; j++) {
        terms.add(topic.get(random.nextInt(topic.size())));
      }
      passages.add(new Passage(List.of(terms.subList(0, 3)), List.of(terms.subList(3, 8))));
    }
    return passages;
  }

  private static void repeat(int times, Runnable deed) {
    for (int i = 0; i < times; i++) {
      deed.run();
    }
  }

  private static double cosine(WordVectors vectors, String a, String b) {
    return dot(vector(vectors, a), vector(vectors, b));
  }

  private static float[] vector(WordVectors vectors, String word) {
    float[] sum = new float[WordVectors.DIMENSIONS];
    vectors.addTo(sum, word, 1);
    return sum;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
