package madoguchi.knowledge.index;

import java.util.List;

/**
 * What counts of a group of words: the greatest of several sums over places.
 *
 * @param own the resident's own terms, as many as are there
 * @param instead what may stand for some of them
 */
record GroupSum(int[] own, List<Instead> instead) {

  /**
   * A substitute.
   *
   * @param all are needed
   * @param others of the group's own terms, as many as are there
   */
  record Instead(int[] all, float weight, int[] others) {}

  /**
   * The sum for a field of an entry.
   *
   * @param found by place; 0 where the term is not there
   */
  float of(float[] found) {
    float best = add(found, own);
    for (Instead one : instead) {
      if (hasAll(found, one.all)) {
        best = Math.max(best, one.weight * add(found, one.all) + add(found, one.others));
      }
    }
    return best;
  }

  /** The greatest factor with which the term at each place can count. */
  float[] most(int places) {
    float[] factors = new float[places];
    raise(factors, own, 1);
    for (Instead one : instead) {
      raise(factors, one.all, one.weight);
    }
    return factors;
  }

  private static void raise(float[] factors, int[] places, float factor) {
    for (int place : places) {
      factors[place] = Math.max(factors[place], factor);
    }
  }

  private static float add(float[] found, int[] places) {
    float sum = 0;
    for (int place : places) {
      sum += found[place];
    }
    return sum;
  }

  private static boolean hasAll(float[] found, int[] places) {
    for (int place : places) {
      if (found[place] == 0) {
        return false;
      }
    }
    return true;
  }
}
