package madoguchi.knowledge.vector;

/** The little dense algebra that subspace iteration needs; matrices by rows. */
final class DenseMath {

  private static final int MOST_SWEEPS = 12;
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

  /**
   * Eigenvalues of a symmetric matrix (Jacobi's rotations); vectors becomes its eigenvectors, by
   * rows.
   */
  static double[] eigen(double[][] symmetric, double[][] vectors) {
    int size = symmetric.length;
    for (int i = 0; i < size; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double off = 0;
      double diagonal = 0;
      for (int p = 0; p < size; p++) {
        diagonal += symmetric[p][p] * symmetric[p][p];
        for (int q = p + 1; q < size; q++) {
          off += symmetric[p][q] * symmetric[p][q];
        }
      }
      if (off <= SMALL * diagonal) {
        break;
      }
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(symmetric, vectors, p, q);
        }
      }
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = symmetric[i][i];
    }
    return values;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (Math.abs(a[p][q]) < 1e-300) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    double[] rowP = a[p];
    double[] rowQ = a[q];
    double[] vp = v[p];
    double[] vq = v[q];
    for (int k = 0; k < a.length; k++) {
      double pk = rowP[k];
      double qk = rowQ[k];
      rowP[k] = c * pk - s * qk;
      rowQ[k] = s * pk + c * qk;
      double left = vp[k];
      double right = vq[k];
      vp[k] = c * left - s * right;
      vq[k] = s * left + c * right;
    }
  }
}
