package madoguchi.knowledge.index;

import java.util.List;

/** How far a signal tells apart the entries of one question: the root of its mean variance. */
final class Spread {

  private Spread() {}

  /** Of the signal at a place, over all questions; 0 when it says the same of all entries. */
  static double of(List<ListwiseExample> examples, int place) {
    double variances = 0;
    for (ListwiseExample one : examples) {
      double sum = 0;
      double squares = 0;
      for (double[] values : one.values()) {
        sum += values[place];
        squares += values[place] * values[place];
      }
      double mean = sum / one.values().length;
      variances += squares / one.values().length - mean * mean;
    }
    double mean = variances / Math.max(1, examples.size());
    return mean < 1e-9 ? 0 : Math.sqrt(mean);
  }
}
