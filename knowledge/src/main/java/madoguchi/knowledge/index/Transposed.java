package madoguchi.knowledge.index;

import java.util.Arrays;

/** Directions by dimension: the loop over all of them is one that the JIT turns into SIMD. */
final class Transposed {

  private final float[][] columns;

  Transposed(float[][] rows) {
    columns = new float[rows.length == 0 ? 0 : rows[0].length][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][row] = rows[row][i];
      }
    }
  }

  /** The products of one direction with all of them. */
  void times(float[] direction, float[] products) {
    Arrays.fill(products, 0);
    for (int i = 0; i < columns.length; i++) {
      addScaled(products, direction[i], columns[i]);
    }
  }

  private static void addScaled(float[] sum, float factor, float[] column) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }
}
