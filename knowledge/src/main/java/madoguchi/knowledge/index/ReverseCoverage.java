package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * The share of the entry's question that was asked: Σ idf of its terms that the resident used, or
 * for which what the resident used may stand, over Σ idf of all of them. Of the question and its
 * wordings the best counts.
 */
final class ReverseCoverage implements Signal {

  private final Vocabulary vocabulary;
  private final int[][][] questions;

  /** Σ idf of each. */
  private final double[][] all;

  ReverseCoverage(Vocabulary vocabulary, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.questions =
        entries.stream()
            .map(e -> e.questions().stream().map(vocabulary::numbers).toArray(int[][]::new))
            .toArray(int[][][]::new);
    this.all =
        Stream.of(questions)
            .map(texts -> Stream.of(texts).mapToDouble(this::all).toArray())
            .toArray(double[][]::new);
  }

  private double all(int[] question) {
    double all = 0;
    for (int term : question) {
      all += vocabulary.idf(term);
    }
    return all;
  }

  @Override
  public String key() {
    return "reverse";
  }

  @Override
  public String japanese() {
    return "登録の質問文のうち尋ねられた割合";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    QuestionPlan plan = asked.plan();
    double[] weights = new double[plan.terms().length];
    asked
        .question()
        .expanded()
        .forEach(
            (term, weight) -> {
              int number = vocabulary.number(term);
              if (number != Vocabulary.UNKNOWN) {
                weights[plan.placeOf(number)] = weight;
              }
            });
    return entry -> {
      double best = 0;
      for (int i = 0; i < all[entry].length; i++) {
        double found = found(questions[entry][i], plan, weights);
        best = found == 0 ? best : Math.max(best, found / all[entry][i]);
      }
      return best;
    };
  }

  private double found(int[] question, QuestionPlan plan, double[] weights) {
    double found = 0;
    for (int term : question) {
      int place = plan.placeOf(term);
      if (place >= 0) {
        found += vocabulary.idf(term) * weights[place];
      }
    }
    return found;
  }
}
