package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The share of the entry's question that was asked: Σ idf of its terms that the resident used, or
 * for which what the resident used may stand, over Σ idf of all of them. Of the question and its
 * wordings the best counts.
 */
final class ReverseCoverage implements Signal {

  private final Vocabulary vocabulary;
  private final int[][][] questions;

  ReverseCoverage(Vocabulary vocabulary, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.questions =
        entries.stream()
            .map(e -> e.questions().stream().map(vocabulary::numbers).toArray(int[][]::new))
            .toArray(int[][][]::new);
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
      for (int[] question : questions[entry]) {
        best = Math.max(best, share(question, plan, weights));
      }
      return best;
    };
  }

  private double share(int[] question, QuestionPlan plan, double[] weights) {
    double all = 0;
    double found = 0;
    for (int term : question) {
      all += vocabulary.idf(term);
      int place = plan.placeOf(term);
      if (place >= 0) {
        found += vocabulary.idf(term) * weights[place];
      }
    }
    return all == 0 ? 0 : found / all;
  }
}
