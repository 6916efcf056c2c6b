package madoguchi.knowledge.index;

/**
 * Weights that rank remembered questions best and yet stay near those that come with the program:
 * the least of {@link ListwiseLoss} + 50·Σ (heat·spread·(weight − shipped))², none below 0, by
 * projected gradient descent. The spread is how far a signal tells a question's entries apart.
 */
final class ListwiseFit {

  private static final double RIDGE = 50;
  private static final int STEPS = 150;

  private final ListwiseLoss loss;
  private final double[] shipped;

  /** By signal: heat·spread; 0 for one whose weight is not to be learned. */
  private final double[] spread;

  ListwiseFit(ListwiseLoss loss, double[] shipped, boolean[] learned) {
    this.loss = loss;
    this.shipped = shipped;
    this.spread = new double[shipped.length];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = learned[i] ? loss.heat() * Spread.of(loss.examples(), i) : 0;
    }
  }

  /** The weights; those that are not learned as they were. */
  double[] weights() {
    double[] weights = shipped.clone();
    double step = 1.0 / Math.max(1, loss.examples().size());
    double[] slope = new double[weights.length];
    double now = total(weights, slope);
    for (int i = 0; i < STEPS; i++) {
      double[] next = stepped(weights, slope, step);
      double[] nextSlope = new double[weights.length];
      double then = total(next, nextSlope);
      if (then < now) {
        weights = next;
        slope = nextSlope;
        now = then;
        step *= 1.3;
      } else {
        step *= 0.5;
      }
    }
    return weights;
  }

  private double[] stepped(double[] from, double[] slope, double step) {
    double[] next = from.clone();
    for (int i = 0; i < next.length; i++) {
      if (spread[i] > 0) {
        next[i] = Math.max(0, from[i] - step * slope[i] / (spread[i] * spread[i]));
      }
    }
    return next;
  }

  private double total(double[] weights, double[] slope) {
    double total = loss.add(weights, slope);
    for (int i = 0; i < weights.length; i++) {
      double away = weights[i] - shipped[i];
      total += RIDGE * Math.pow(spread[i] * away, 2);
      slope[i] += 2 * RIDGE * spread[i] * spread[i] * away;
    }
    return total;
  }
}
