package madoguchi.knowledge.index;

/**
 * How likely a ranking is right: two logistic models over {@link RankingEvidence}, one of the first
 * entry, one of the first three together. Their numbers are learned from judged questions, see
 * {@code confidence.properties}.
 *
 * @param first of the first entry
 * @param three of one among the first three
 */
record Reliability(Model first, Model three) {

  private static final int FEW = 3;
  private static final double ABOVE_LEAST = 0.2;

  /** As it comes with the program. */
  static Reliability standard() {
    Weights learned = Weights.ofConfidence();
    return new Reliability(Model.of("first", learned), Model.of("three", learned));
  }

  /**
   * A logistic model.
   *
   * @param bias the log-odds when all evidence is 0
   * @param weights by the place of the evidence
   */
  record Model(double bias, double[] weights) {

    static Model of(String name, Weights learned) {
      return new Model(
          learned.of(name + ".bias"),
          RankingEvidence.NAMES.stream()
              .mapToDouble(evidence -> learned.of(name + '.' + evidence))
              .toArray());
    }

    double probability(double[] evidence) {
      double odds = bias;
      for (int i = 0; i < weights.length; i++) {
        odds += weights[i] * evidence[i];
      }
      return 1 / (1 + Math.exp(-odds));
    }
  }

  /**
   * How likely each entry is the right one. The first has its own model's probability, and the
   * first three together that of theirs; no entry has more than the one before it, and all together
   * not more than 1.
   *
   * @param scores best first
   */
  double[] of(RankingEvidence evidence, double[] scores) {
    double one = first.probability(evidence.values());
    double three =
        Math.clamp(this.three.probability(evidence.values()), one, Math.min(1, FEW * one));
    double[] likely = new double[scores.length];
    if (scores.length > 0) {
      likely[0] = one;
    }
    share(likely, scores, 1, FEW, three - one);
    share(likely, scores, FEW, scores.length, 1 - three);
    return likely;
  }

  /**
   * Raises the first to at least so much, in place, a little more where it was likely anyway; the
   * others share what is left.
   */
  static void raise(double[] likely, double least) {
    double before = likely[0];
    double raised = least + (1 - least) * ABOVE_LEAST * before;
    if (raised > before) {
      likely[0] = raised;
      for (int i = 1; i < likely.length; i++) {
        likely[i] *= (1 - raised) / (1 - before);
      }
    }
  }

  /** Lowers the first to at most so much, in place; what it loses goes to the two behind it. */
  static void lower(double[] likely, double most) {
    double taken = Math.max(0, likely[0] - most);
    likely[0] -= taken;
    for (int i = 1; i < Math.min(FEW, likely.length); i++) {
      likely[i] = Math.min(likely[i - 1], likely[i] + taken / (FEW - 1));
    }
  }

  /** Spreads what is left over some entries by their scores' softmax. */
  private static void share(double[] likely, double[] scores, int from, int to, double left) {
    double all = 0;
    int end = Math.min(to, scores.length);
    for (int i = from; i < end; i++) {
      all += Math.exp(scores[i] - scores[0]);
    }
    for (int i = from; i < end; i++) {
      double part = left * Math.exp(scores[i] - scores[0]) / Math.max(all, 1e-300);
      likely[i] = Math.min(likely[i - 1], part);
    }
  }
}
