package madoguchi.knowledge.vector;

/**
 * The cosines of a few words with any other. Each direction is widened to one int a dimension,
 * since the compiler multiplies many ints at a time but bytes one by one. For one thread.
 */
public final class WordCosines {

  private final byte[][] directions;
  private final float[] scales;
  private final int[] ids;
  private final int[][] wanted;
  private final int[] other = new int[WordVectors.DIMENSIONS];

  WordCosines(byte[][] directions, float[] scales, int[] ids) {
    this.directions = directions;
    this.scales = scales;
    this.ids = ids;
    this.wanted = new int[ids.length][WordVectors.DIMENSIONS];
    for (int i = 0; i < ids.length; i++) {
      widen(ids[i], wanted[i]);
    }
  }

  /** With another word, in the order of the few; 0 where either has no direction. */
  public float[] with(int id) {
    float[] cosines = new float[ids.length];
    widen(id, other);
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = ids[i] < 0 || id < 0 ? 0 : dot(wanted[i], other) * scales[ids[i]] * scales[id];
    }
    return cosines;
  }

  private void widen(int id, int[] parts) {
    byte[] direction = id < 0 ? new byte[0] : directions[id];
    for (int d = 0; d < direction.length; d++) {
      parts[d] = direction[d];
    }
  }

  private static int dot(int[] a, int[] b) {
    int sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
