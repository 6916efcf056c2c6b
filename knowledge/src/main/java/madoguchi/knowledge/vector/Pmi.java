package madoguchi.knowledge.vector;

/**
 * Positive pointwise mutual information: how much more often two words stand together than chance
 * would have it, ln(p(a,b) / (p(a)·p'(b))), at least 0. The context's share p' is flattened by the
 * exponent 0.75, which keeps rare words from looking more telling than they are (Levy, Goldberg and
 * Dagan 2015). Taken both ways and averaged, so that the matrix stays symmetric.
 */
final class Pmi {

  private static final double CONTEXT_EXPONENT = 0.75;

  private Pmi() {}

  /** Turns counts into information, in place. */
  static void apply(SparseMatrix counts) {
    int size = counts.size();
    double[] share = new double[size];
    double[] flat = new double[size];
    double total = 0;
    double flatTotal = 0;
    for (int row = 0; row < size; row++) {
      share[row] = counts.rowSum(row);
      flat[row] = Math.pow(share[row], CONTEXT_EXPONENT);
      total += share[row];
      flatTotal += flat[row];
    }
    double all = total;
    double allFlat = flatTotal;
    counts.map(
        (a, b, count) -> {
          double there = Math.log(count * allFlat / (share[a] * flat[b]));
          double back = Math.log(count * allFlat / (share[b] * flat[a]));
          return all == 0 ? 0 : (float) ((Math.max(0, there) + Math.max(0, back)) / 2);
        });
  }
}
