package madoguchi.knowledge.index;

import java.util.stream.IntStream;

/**
 * Finds for each of many directions the others that are nearest to it. Up to a few thousand are all
 * compared; beyond, only those of the same group and of the two groups next to it, where a group
 * lies about one of as many centres as the root of their number.
 */
final class Neighbourhood {

  private static final int MOST_COMPARED = 6_000;
  private static final int GROUPS_SEARCHED = 3;

  private final float[][] directions;
  private final int wanted;

  private Neighbourhood(float[][] directions, int wanted) {
    this.directions = directions;
    this.wanted = wanted;
  }

  /** The nearest of each, nearest first; the same for the same directions always. */
  static int[][] nearest(float[][] directions, int wanted) {
    return nearest(directions, wanted, MOST_COMPARED);
  }

  /** The same with another bound for comparing all. */
  static int[][] nearest(float[][] directions, int wanted, int mostCompared) {
    // What has no direction is near nothing, and nothing is near it.
    int[] pointing =
        IntStream.range(0, directions.length)
            .filter(one -> Meaning.cosine(directions[one], directions[one]) > 0.5)
            .toArray();
    Neighbourhood all =
        new Neighbourhood(
            IntStream.of(pointing).mapToObj(one -> directions[one]).toArray(float[][]::new),
            wanted);
    int[][] found = pointing.length <= mostCompared ? all.compareAll() : all.compareGroups();
    int[][] nearest = new int[directions.length][0];
    for (int i = 0; i < pointing.length; i++) {
      nearest[pointing[i]] = IntStream.of(found[i]).map(one -> pointing[one]).toArray();
    }
    return nearest;
  }

  private int[][] compareAll() {
    int count = directions.length;
    Transposed columns = new Transposed(directions);
    int[][] nearest = new int[count][];
    float[] cosines = new float[count];
    int[] every = IntStream.range(0, count).toArray();
    for (int one = 0; one < count; one++) {
      columns.times(directions[one], cosines);
      nearest[one] = best(one, every, cosines, count);
    }
    return nearest;
  }

  private int[][] compareGroups() {
    Groups groups = Groups.of(directions);
    return compareWithin(
        groups.members(), nearest(groups.centres(), GROUPS_SEARCHED - 1, Integer.MAX_VALUE));
  }

  private int[][] compareWithin(int[][] members, int[][] next) {
    int[][] nearest = new int[directions.length][];
    for (int group = 0; group < members.length; group++) {
      IntStream others = IntStream.of(members[group]);
      for (int other : next[group]) {
        others = IntStream.concat(others, IntStream.of(members[other]));
      }
      int[] within = others.toArray();
      Transposed columns =
          new Transposed(
              IntStream.of(within).mapToObj(one -> directions[one]).toArray(float[][]::new));
      float[] cosines = new float[within.length];
      for (int one : members[group]) {
        columns.times(directions[one], cosines);
        nearest[one] = best(one, within, cosines, within.length);
      }
    }
    return nearest;
  }

  /** The best of some but itself; of equal ones the first. */
  private int[] best(int self, int[] of, float[] cosines, int count) {
    int[] best = new int[Math.min(wanted, count - 1)];
    float[] scores = new float[best.length];
    int filled = 0;
    for (int i = 0; i < count && best.length > 0; i++) {
      if (of[i] == self || (filled == best.length && cosines[i] <= scores[filled - 1])) {
        continue;
      }
      int place = filled < best.length ? filled++ : filled - 1;
      while (place > 0 && scores[place - 1] < cosines[i]) {
        scores[place] = scores[place - 1];
        best[place] = best[place - 1];
        place--;
      }
      scores[place] = cosines[i];
      best[place] = of[i];
    }
    return best;
  }
}
