package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The nearest of many directions. */
class NeighbourhoodTest {

  private static final int WANTED = 10;

  @Test
  void findsTheNearestByComparingAll() {
    float[][] directions = clusters(300, 12);
    int[][] nearest = Neighbourhood.nearest(directions, WANTED);
    for (int one = 0; one < directions.length; one++) {
      int self = one;
      int[] expected =
          IntStream.range(0, directions.length)
              .filter(other -> other != self)
              .boxed()
              .sorted(
                  (a, b) ->
                      Double.compare(
                          Meaning.cosine(directions[self], directions[b]),
                          Meaning.cosine(directions[self], directions[a])))
              .limit(WANTED)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(cosines(directions, self, nearest[one]))
          .as("of %d", one)
          .containsExactly(cosines(directions, self, expected), Offset.offset(1e-5));
    }
  }

  @Test
  void findsMostOfTheNearestByGroups() {
    float[][] directions = clusters(4_000, 60);
    int[][] all = Neighbourhood.nearest(directions, WANTED);
    int[][] grouped = Neighbourhood.nearest(directions, WANTED, 100);
    long same = 0;
    for (int one = 0; one < directions.length; one++) {
      int[] exact = all[one];
      same +=
          IntStream.of(grouped[one]).filter(o -> IntStream.of(exact).anyMatch(e -> e == o)).count();
    }
    assertThat(same).isGreaterThan(directions.length * WANTED * 8L / 10);
    assertThat(grouped).isDeepEqualTo(Neighbourhood.nearest(directions, WANTED, 100));
  }

  @Test
  void hasNoNeighboursAlone() {
    assertThat(Neighbourhood.nearest(new float[][] {{1, 0, 0, 0}}, WANTED))
        .isDeepEqualTo(new int[][] {{}});
    assertThat(Neighbourhood.nearest(new float[0][], WANTED)).isEmpty();
  }

  @Test
  void givesWhatHasNoDirectionNoNeighbours() {
    int[][] nearest = Neighbourhood.nearest(new float[500][8], 3, 100);
    assertThat(nearest).hasDimensions(500, 0);
  }

  private static double[] cosines(float[][] directions, int of, int[] others) {
    return Arrays.stream(others)
        .mapToDouble(o -> Meaning.cosine(directions[of], directions[o]))
        .toArray();
  }

  /** Directions that lie about some centres, as those of a town's topics do. */
  private static float[][] clusters(int count, int centres) {
    Random random = new Random(7);
    float[][] middle = new float[centres][];
    for (int i = 0; i < centres; i++) {
      middle[i] = unit(random, new float[16], 1);
    }
    float[][] directions = new float[count][];
    for (int i = 0; i < count; i++) {
      directions[i] = unit(random, middle[random.nextInt(centres)].clone(), 0.15);
    }
    return directions;
  }

  private static float[] unit(Random random, float[] from, double noise) {
    double squares = 0;
    for (int i = 0; i < from.length; i++) {
      from[i] += (float) (noise * random.nextGaussian());
      squares += from[i] * from[i];
    }
    for (int i = 0; i < from.length; i++) {
      from[i] /= (float) Math.sqrt(squares);
    }
    return from;
  }
}
