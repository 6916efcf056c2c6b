package madoguchi.knowledge.index;

import java.util.Arrays;
import madoguchi.knowledge.vector.WordVectors;

/** The direction that many vectors share. */
final class MainDirection {

  private static final int ROUNDS = 20;

  private MainDirection() {}

  /** The vector itself, brought to length 1 if it has any. */
  static float[] unit(float[] vector) {
    double squares = 0;
    for (float part : vector) {
      squares += part * part;
    }
    if (squares > 1e-12) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }

  /** The first principal direction by repeated multiplication. */
  static float[] of(float[][] rows) {
    float[] direction = new float[WordVectors.DIMENSIONS];
    Arrays.fill(direction, 1);
    unit(direction);
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[WordVectors.DIMENSIONS];
      for (float[] row : rows) {
        float along = (float) Meaning.cosine(row, direction);
        for (int i = 0; i < next.length; i++) {
          next[i] += along * row[i];
        }
      }
      direction = unit(next);
    }
    return direction;
  }
}
