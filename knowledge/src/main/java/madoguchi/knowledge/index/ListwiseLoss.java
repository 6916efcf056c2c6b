package madoguchi.knowledge.index;

import java.util.List;

/**
 * How badly weights rank (ListNet, Cao, Qin, Liu, Tsai and Li 2007): −Σ wanted · ln softmax(heat ·
 * score) over each question's entries.
 */
record ListwiseLoss(List<ListwiseExample> examples, double heat) {

  private static final double LEAST = 1e-12;
  private static final double[] HEATS = {0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.3, 1.7, 2.2};

  /** With the heat at which weights as they are rank least badly. */
  static ListwiseLoss of(List<ListwiseExample> examples, double[] weights) {
    ListwiseLoss best = new ListwiseLoss(examples, 1);
    for (double heat : HEATS) {
      ListwiseLoss other = new ListwiseLoss(examples, heat);
      best = other.of(weights) < best.of(weights) ? other : best;
    }
    return best;
  }

  double of(double[] weights) {
    return add(weights, new double[weights.length]);
  }

  /** The loss; its slope by each weight is added to what is given. */
  double add(double[] weights, double[] slope) {
    double loss = 0;
    for (ListwiseExample one : examples) {
      double[] likely = one.scores(weights);
      for (int entry = 0; entry < likely.length; entry++) {
        likely[entry] *= heat;
      }
      ListwiseExample.softmax(likely);
      for (int entry = 0; entry < likely.length; entry++) {
        double much = likely[entry] - one.wanted()[entry];
        loss -= one.wanted()[entry] * Math.log(Math.max(LEAST, likely[entry]));
        for (int i = 0; i < slope.length; i++) {
          slope[i] += heat * much * one.values()[entry][i];
        }
      }
    }
    return loss;
  }
}
