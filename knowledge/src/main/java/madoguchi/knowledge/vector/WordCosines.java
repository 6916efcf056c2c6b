package madoguchi.knowledge.vector;

/**
 * The cosines of a few words with any other. Each direction is laid apart to one int a dimension,
 * since the compiler multiplies many ints at a time but bytes one by one. For one thread.
 */
public final class WordCosines {

  private final int[][] directions;
  private final float[] scales;
  private final int[] ids;
  private final int[][] wanted;
  private final int[] other = new int[WordVectors.DIMENSIONS];

  WordCosines(int[][] directions, float[] scales, int[] ids) {
    this.directions = directions;
    this.scales = scales;
    this.ids = ids;
    this.wanted = new int[ids.length][WordVectors.DIMENSIONS];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] >= 0) {
        FourInOne.apart(directions[ids[i]], wanted[i]);
      }
    }
  }

  /** With another word, in the order of the few; 0 where either has no direction. */
  public float[] with(int id) {
    float[] cosines = new float[ids.length];
    if (id < 0) {
      return cosines;
    }
    FourInOne.apart(directions[id], other);
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = ids[i] < 0 ? 0 : dot(wanted[i], other) * scales[ids[i]] * scales[id];
    }
    return cosines;
  }

  private static int dot(int[] a, int[] b) {
    int sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
