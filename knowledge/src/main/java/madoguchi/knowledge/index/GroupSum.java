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
    for (int place : own) {
      factors[place] = times(own, place);
    }
    for (Instead one : instead) {
      for (int place : one.all) {
        // A word may belong to what stands for one word and be said beside it as well.
        float factor = one.weight * times(one.all, place) + times(one.others, place);
        factors[place] = Math.max(factors[place], factor);
      }
    }
    return factors;
  }

  private static int times(int[] places, int place) {
    int times = 0;
    for (int one : places) {
      times += one == place ? 1 : 0;
    }
    return times;
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
