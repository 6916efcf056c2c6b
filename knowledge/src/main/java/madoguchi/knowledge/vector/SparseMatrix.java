package madoguchi.knowledge.vector;

/** A square matrix of which most is zero, by rows. */
final class SparseMatrix {

  private final int[][] columns;
  private final float[][] values;

  private SparseMatrix(int[][] columns, float[][] values) {
    this.columns = columns;
    this.values = values;
  }

  static SparseMatrix ofLengths(int[] lengths) {
    int[][] columns = new int[lengths.length][];
    float[][] values = new float[lengths.length][];
    for (int row = 0; row < lengths.length; row++) {
      columns[row] = new int[lengths[row]];
      values[row] = new float[lengths[row]];
    }
    return new SparseMatrix(columns, values);
  }

  int size() {
    return columns.length;
  }

  void set(int row, int place, int column, float value) {
    columns[row][place] = column;
    values[row][place] = value;
  }

  double rowSum(int row) {
    double sum = 0;
    for (float value : values[row]) {
      sum += value;
    }
    return sum;
  }

  /** Replaces each value. */
  void map(ValueAt function) {
    for (int row = 0; row < columns.length; row++) {
      for (int i = 0; i < columns[row].length; i++) {
        values[row][i] = function.of(row, columns[row][i], values[row][i]);
      }
    }
  }

  /** A new value for the one at a place. */
  interface ValueAt {

    float of(int row, int column, float value);
  }

  /** This matrix times a dense one, given and returned by rows. */
  float[][] times(float[][] dense) {
    int width = dense[0].length;
    float[][] product = new float[columns.length][width];
    for (int row = 0; row < columns.length; row++) {
      float[] sum = product[row];
      for (int i = 0; i < columns[row].length; i++) {
        addScaled(sum, values[row][i], dense[columns[row][i]]);
      }
    }
    return product;
  }

  /** sum += factor · vector; a plain loop, which the JIT turns into SIMD. */
  static void addScaled(float[] sum, float factor, float[] vector) {
    if (factor != 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * vector[i];
      }
    }
  }
}
