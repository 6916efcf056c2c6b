package madoguchi.knowledge.vector;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The main directions of a symmetric matrix by subspace iteration (Halko, Martinsson and Tropp
 * 2011): a random start of fixed seed is multiplied by the matrix a few times, kept orthonormal,
 * and the small matrix within that subspace is solved exactly. Row i of the result is row i of the
 * matrix in those directions, each scaled by the root of its eigenvalue's size.
 */
final class SubspaceIteration {

  private static final int ROUNDS = 5;
  private static final int SPARE = 16;
  private static final long SEED = 20260401;

  private SubspaceIteration() {}

  /** At most so many directions; fewer when the matrix is smaller. */
  static float[][] of(SparseMatrix matrix, int directions) {
    int width = Math.min(directions + SPARE, matrix.size());
    float[][] basis = randomStart(matrix.size(), width);
    DenseMath.orthonormalise(basis);
    for (int round = 0; round < ROUNDS; round++) {
      basis = matrix.times(basis);
      DenseMath.orthonormalise(basis);
    }
    double[][] rotations = new double[width][width];
    double[] values = JacobiRotations.eigen(DenseMath.inner(basis, matrix.times(basis)), rotations);
    int[] strongest =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
            .limit(directions)
            .mapToInt(Integer::intValue)
            .toArray();
    return rotated(basis, rotations, values, strongest);
  }

  private static float[][] rotated(
      float[][] basis, double[][] rotations, double[] values, int[] strongest) {
    float[][] out = new float[basis.length][strongest.length];
    for (int row = 0; row < basis.length; row++) {
      for (int i = 0; i < strongest.length; i++) {
        double[] direction = rotations[strongest[i]];
        double sum = 0;
        for (int k = 0; k < direction.length; k++) {
          sum += basis[row][k] * direction[k];
        }
        out[row][i] = (float) (sum * Math.sqrt(Math.abs(values[strongest[i]])));
      }
    }
    return out;
  }

  private static float[][] randomStart(int rows, int width) {
    Random random = new Random(SEED);
    float[][] start = new float[rows][width];
    for (float[] row : start) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return start;
  }
}
