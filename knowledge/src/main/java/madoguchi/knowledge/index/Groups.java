package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Directions in as many groups as the root of their number, each about a centre (k-means, from
 * starts that are spread evenly): the same for the same directions always.
 *
 * @param centres of length 1 each
 * @param members by group, ascending
 */
record Groups(float[][] centres, int[][] members) {

  private static final int ROUNDS = 2;

  static Groups of(float[][] directions) {
    int groups = (int) Math.sqrt(directions.length);
    float[][] centres = new float[groups][];
    for (int group = 0; group < groups; group++) {
      centres[group] = directions[(int) ((long) group * directions.length / groups)].clone();
    }
    for (int round = 0; round < ROUNDS; round++) {
      centres = means(directions, homes(directions, centres), centres);
    }
    return new Groups(centres, members(homes(directions, centres), groups));
  }

  private static int[] homes(float[][] directions, float[][] centres) {
    Transposed columns = new Transposed(centres);
    float[] cosines = new float[centres.length];
    int[] homes = new int[directions.length];
    for (int one = 0; one < homes.length; one++) {
      columns.times(directions[one], cosines);
      for (int group = 1; group < cosines.length; group++) {
        homes[one] = cosines[group] > cosines[homes[one]] ? group : homes[one];
      }
    }
    return homes;
  }

  private static float[][] means(float[][] directions, int[] homes, float[][] before) {
    float[][] means = new float[before.length][before[0].length];
    for (int one = 0; one < homes.length; one++) {
      float[] mean = means[homes[one]];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += directions[one][i];
      }
    }
    for (int group = 0; group < means.length; group++) {
      double length = Math.sqrt(Meaning.cosine(means[group], means[group]));
      if (length < 1e-6) {
        means[group] = before[group];
      } else {
        for (int i = 0; i < means[group].length; i++) {
          means[group][i] /= (float) length;
        }
      }
    }
    return means;
  }

  private static int[][] members(int[] homes, int groups) {
    List<IntStream.Builder> members = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      members.add(IntStream.builder());
    }
    for (int one = 0; one < homes.length; one++) {
      members.get(homes[one]).add(one);
    }
    return members.stream().map(builder -> builder.build().toArray()).toArray(int[][]::new);
  }
}
