package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import madoguchi.knowledge.index.EntryIndex.Scored;

/**
 * Weighs entries for one question. A signal that is dear to ask and says what it gives at most is
 * asked only for entries that it can bring among the best (the threshold algorithm of Fagin, Lotem
 * and Naor 2003); the others keep a 0 for it.
 */
final class Weighing {

  /** More than what signals give is out for being rounded to single precision. */
  private static final double ROUNDING = 0.01;

  /** In one step: each question compares some thousand times. */
  private static final Comparator<Scored> BEST_FIRST =
      (one, other) -> Double.compare(other.score(), one.score());

  private final IntToDoubleFunction[] answers;
  private final double[] weights;
  private final int[] cheap;

  /** The places of the dear signals, what each adds to a score at most, and what all of them do. */
  private final int[] dear;

  private final double[] most;
  private final double mostOfAll;

  Weighing(List<Signal> signals, double[] weights, Asked asked) {
    this.answers =
        signals.stream().map(signal -> signal.ask(asked)).toArray(IntToDoubleFunction[]::new);
    this.weights = weights;
    this.dear =
        IntStream.range(0, signals.size())
            .filter(i -> signals.get(i).most() < Double.POSITIVE_INFINITY)
            .toArray();
    this.most =
        IntStream.of(dear)
            .mapToDouble(i -> Math.max(0, weights[i]) * signals.get(i).most())
            .toArray();
    this.mostOfAll = DoubleStream.of(most).sum();
    this.cheap =
        IntStream.range(0, signals.size())
            .filter(i -> signals.get(i).most() == Double.POSITIVE_INFINITY)
            .toArray();
  }

  /**
   * Best first, equal ones in the given order.
   *
   * @param first so many of the best have what every signal gives them, and would be the best
   *     without the signal that is left out as well
   */
  List<Scored> rank(IntStream entries, int first, int leftOut) {
    PriorityQueue<Double> best = new PriorityQueue<>();
    Scored[] begun = entries.mapToObj(this::begin).toArray(Scored[]::new);
    Scored[] promising = begun.clone();
    Arrays.sort(promising, BEST_FIRST);
    for (Scored one : promising) {
      if (ends(one, best.size() < first ? Double.NEGATIVE_INFINITY : best.peek())) {
        best.add(score(one.values()) - Math.max(0, given(one.values(), leftOut)));
        if (best.size() > first) {
          best.remove();
        }
      }
    }
    for (int i = 0; i < begun.length; i++) {
      begun[i] = new Scored(begun[i].entry(), score(begun[i].values()), begun[i].values());
    }
    Arrays.sort(begun, BEST_FIRST);
    return List.of(begun);
  }

  private Scored begin(int entry) {
    double[] values = new double[weights.length];
    for (int signal : cheap) {
      values[signal] = answers[signal].applyAsDouble(entry);
    }
    return new Scored(entry, score(values), values);
  }

  /** Asks the dear signals, in place, unless they cannot bring the entry above so much. */
  private boolean ends(Scored begun, double least) {
    double reached = begun.score() + mostOfAll;
    for (int i = 0; i < dear.length; i++) {
      if (reached < least - ROUNDING) {
        return false;
      }
      begun.values()[dear[i]] = answers[dear[i]].applyAsDouble(begun.entry());
      reached += given(begun.values(), dear[i]) - most[i];
    }
    return true;
  }

  private double given(double[] values, int signal) {
    return weights[signal] * values[signal];
  }

  private double score(double[] values) {
    double score = 0;
    for (int i = 0; i < values.length; i++) {
      score += given(values, i);
    }
    return score;
  }
}
