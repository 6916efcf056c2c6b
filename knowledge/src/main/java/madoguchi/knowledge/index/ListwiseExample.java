package madoguchi.knowledge.index;

/**
 * A question that was resolved, with the entries that it could have been.
 *
 * @param values what each signal gives each entry
 * @param wanted each entry's share of being right; 1 all together
 */
record ListwiseExample(double[][] values, double[] wanted) {

  /** The entries' scores by these weights. */
  double[] scores(double[] weights) {
    double[] scores = new double[values.length];
    for (int entry = 0; entry < scores.length; entry++) {
      for (int i = 0; i < weights.length; i++) {
        scores[entry] += weights[i] * values[entry][i];
      }
    }
    return scores;
  }

  /** The softmax of scores, in place. */
  static double[] softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      all += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= all;
    }
    return scores;
  }
}
