package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.List;

/** Logistic regression by Newton's steps, with a ridge on the standardised weights. */
final class LogisticFit {

  private static final double RIDGE = 2.0;
  private static final int STEPS = 30;

  private LogisticFit() {}

  /** An example: what was seen, whether it was right, and how much it counts. */
  record Example(double[] evidence, boolean right, double weight) {}

  static Reliability.Model fit(List<Example> examples, boolean[] used) {
    int width = used.length;
    double[] mean = new double[width];
    double[] spread = new double[width];
    double all = examples.stream().mapToDouble(Example::weight).sum();
    for (Example one : examples) {
      for (int i = 0; i < width; i++) {
        mean[i] += one.weight * one.evidence[i] / all;
      }
    }
    for (Example one : examples) {
      for (int i = 0; i < width; i++) {
        spread[i] += one.weight * Math.pow(one.evidence[i] - mean[i], 2) / all;
      }
    }
    double[] beta = new double[width + 1];
    for (int step = 0; step < STEPS; step++) {
      double[][] hessian = new double[width + 1][width + 2];
      for (Example one : examples) {
        double[] x = standard(one.evidence, mean, spread, used);
        double odds = 0;
        for (int i = 0; i <= width; i++) {
          odds += beta[i] * x[i];
        }
        double p = 1 / (1 + Math.exp(-odds));
        for (int i = 0; i <= width; i++) {
          for (int j = 0; j <= width; j++) {
            hessian[i][j] += one.weight * p * (1 - p) * x[i] * x[j];
          }
          hessian[i][width + 1] += one.weight * ((one.right ? 1 : 0) - p) * x[i];
        }
      }
      for (int i = 0; i <= width; i++) {
        hessian[i][i] += i == width ? 1e-9 : RIDGE;
        hessian[i][width + 1] -= i == width ? 0 : RIDGE * beta[i];
      }
      double[] change = solve(hessian);
      for (int i = 0; i <= width; i++) {
        beta[i] += change[i];
      }
    }
    double[] weights = new double[width];
    double bias = beta[width];
    for (int i = 0; i < width; i++) {
      weights[i] = used[i] && spread[i] > 1e-12 ? beta[i] / Math.sqrt(spread[i]) : 0;
      bias -= weights[i] * mean[i];
    }
    return new Reliability.Model(bias, weights);
  }

  /** The same model with the weight of one more evidence, all else as it is. */
  static Reliability.Model with(Reliability.Model model, int place, List<Example> examples) {
    double[] weights = model.weights().clone();
    for (int step = 0; step < STEPS; step++) {
      Reliability.Model now = new Reliability.Model(model.bias(), weights);
      double slope = -RIDGE * weights[place];
      double curve = RIDGE;
      for (Example one : examples) {
        double p = now.probability(one.evidence);
        double x = one.evidence[place];
        slope += one.weight * ((one.right ? 1 : 0) - p) * x;
        curve += one.weight * p * (1 - p) * x * x;
      }
      weights[place] += slope / curve;
    }
    return new Reliability.Model(model.bias(), weights);
  }

  private static double[] standard(
      double[] evidence, double[] mean, double[] spread, boolean[] used) {
    double[] x = new double[evidence.length + 1];
    for (int i = 0; i < evidence.length; i++) {
      x[i] = used[i] && spread[i] > 1e-12 ? (evidence[i] - mean[i]) / Math.sqrt(spread[i]) : 0;
    }
    x[evidence.length] = 1;
    return x;
  }

  /** Gauss with pivoting; the last column is the right side. */
  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int column = 0; column < size; column++) {
      int best = column;
      for (int row = column + 1; row < size; row++) {
        best = Math.abs(system[row][column]) > Math.abs(system[best][column]) ? row : best;
      }
      double[] swapped = system[column];
      system[column] = system[best];
      system[best] = swapped;
      for (int row = 0; row < size; row++) {
        if (row != column) {
          double factor = system[row][column] / system[column][column];
          for (int i = column; i <= size; i++) {
            system[row][i] -= factor * system[column][i];
          }
        }
      }
    }
    double[] solution = new double[size];
    Arrays.setAll(solution, i -> system[i][size] / system[i][i]);
    return solution;
  }
}
