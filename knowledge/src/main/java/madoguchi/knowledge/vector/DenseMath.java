package madoguchi.knowledge.vector;

/** The little dense algebra that subspace iteration needs; matrices by rows. */
final class DenseMath {

  private static final double SMALL = 1e-10;

  private DenseMath() {}

  /** leftᵀ · right: the inner products of their columns. */
  static double[][] inner(float[][] left, float[][] right) {
    int width = left[0].length;
    double[][] product = new double[width][width];
    for (int row = 0; row < left.length; row++) {
      float[] r = right[row];
      for (int i = 0; i < width; i++) {
        double factor = left[row][i];
        double[] sum = product[i];
        for (int j = 0; j < width; j++) {
          sum[j] += factor * r[j];
        }
      }
    }
    return product;
  }

  /** Makes the columns orthonormal, in place: Cholesky's factor of their inner products, undone. */
  static void orthonormalise(float[][] matrix) {
    double[][] factor = cholesky(inner(matrix, matrix));
    int width = factor.length;
    double[] solved = new double[width];
    for (float[] row : matrix) {
      for (int i = 0; i < width; i++) {
        double value = row[i];
        for (int j = 0; j < i; j++) {
          value -= factor[i][j] * solved[j];
        }
        solved[i] = value / factor[i][i];
      }
      for (int i = 0; i < width; i++) {
        row[i] = (float) solved[i];
      }
    }
  }

  private static double[][] cholesky(double[][] symmetric) {
    int size = symmetric.length;
    double[][] factor = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = symmetric[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        // A column that depends on the others gets a tiny pivot instead of a root of nothing.
        factor[i][j] =
            i == j
                ? Math.sqrt(Math.max(sum, SMALL * Math.max(symmetric[i][i], SMALL)))
                : sum / factor[j][j];
      }
    }
    return factor;
  }
}
