package madoguchi.knowledge.vector;

/** Eigenvalues of a small symmetric matrix by Jacobi's rotations. */
final class JacobiRotations {

  private static final int MOST_SWEEPS = 12;
  private static final double SMALL = 1e-10;

  private JacobiRotations() {}

  /** The eigenvalues, which are left on the diagonal; vectors becomes the eigenvectors, by rows. */
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
