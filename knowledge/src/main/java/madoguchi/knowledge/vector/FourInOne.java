package madoguchi.knowledge.vector;

/**
 * Four dimensions of a direction, one byte each, in one int. They are laid apart by shifting, which
 * the compiler does for many ints at a time: first all lowest bytes, then the next ones. One that
 * is laid apart so has dimension d at {@code d % 4 * QUARTER + d / 4}.
 */
final class FourInOne {

  static final int QUARTER = WordVectors.DIMENSIONS / 4;

  private FourInOne() {}

  static int[][] of(byte[][] directions) {
    int[][] packed = new int[directions.length][QUARTER];
    for (int i = 0; i < directions.length; i++) {
      for (int d = 0; d < WordVectors.DIMENSIONS; d++) {
        packed[i][d / 4] |= (directions[i][d] & 0xff) << d % 4 * Byte.SIZE;
      }
    }
    return packed;
  }

  static byte[] parts(int[] packed) {
    byte[] parts = new byte[WordVectors.DIMENSIONS];
    for (int d = 0; d < parts.length; d++) {
      parts[d] = (byte) (packed[d / 4] >> d % 4 * Byte.SIZE);
    }
    return parts;
  }

  static void apart(int[] packed, int[] parts) {
    for (int k = 0; k < QUARTER; k++) {
      int four = packed[k];
      parts[k] = four << 24 >> 24;
      parts[k + QUARTER] = four << 16 >> 24;
      parts[k + 2 * QUARTER] = four << 8 >> 24;
      parts[k + 3 * QUARTER] = four >> 24;
    }
  }

  static float[] apart(float[] direction) {
    float[] parts = new float[WordVectors.DIMENSIONS];
    for (int d = 0; d < parts.length; d++) {
      parts[d % 4 * QUARTER + d / 4] = direction[d];
    }
    return parts;
  }

  /** sum += factor · direction, where the sum is not laid apart. */
  static void addTo(float[] sum, int[] packed, float factor) {
    for (int k = 0; k < QUARTER; k++) {
      int four = packed[k];
      int d = 4 * k;
      sum[d] += factor * (four << 24 >> 24);
      sum[d + 1] += factor * (four << 16 >> 24);
      sum[d + 2] += factor * (four << 8 >> 24);
      sum[d + 3] += factor * (four >> 24);
    }
  }

  /** The product with a direction that is laid apart. */
  static float product(int[] packed, float[] apart) {
    // Four sums, since one would wait for itself at each step.
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int k = 0; k < QUARTER; k++) {
      int four = packed[k];
      sum0 += (four << 24 >> 24) * apart[k];
      sum1 += (four << 16 >> 24) * apart[k + QUARTER];
      sum2 += (four << 8 >> 24) * apart[k + 2 * QUARTER];
      sum3 += (four >> 24) * apart[k + 3 * QUARTER];
    }
    return sum0 + sum1 + sum2 + sum3;
  }
}
