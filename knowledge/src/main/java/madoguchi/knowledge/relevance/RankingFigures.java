package madoguchi.knowledge.relevance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well one ranking answers its question. An entry is relevant from grade 1; a relevant entry's
 * gain is 2^grade − 1, discounted by log2(rank + 1) (Järvelin and Kekäläinen 2002).
 *
 * @param firstRelevant the rank of the first relevant entry, from 1; 0 when there is none
 * @param averagePrecision the mean, over all relevant entries, of the precision at their rank
 * @param ndcg10 the discounted gain of the first ten over that of the best possible ten
 */
public record RankingFigures(int firstRelevant, double averagePrecision, double ndcg10) {

  private static final int NDCG_DEPTH = 10;

  static RankingFigures of(Ranking ranking, Judgments judgments) {
    Map<String, Integer> judged = judgments.of(ranking.query());
    int first = 0;
    int relevant = 0;
    double precisions = 0;
    double gain = 0;
    List<String> ids = ranking.ids(Ranking.DEPTH);
    for (int rank = 1; rank <= ids.size(); rank++) {
      int grade = judgments.grade(ranking.query(), ids.get(rank - 1));
      if (grade >= 1) {
        first = first == 0 ? rank : first;
        relevant++;
        precisions += (double) relevant / rank;
        gain += rank <= NDCG_DEPTH ? discounted(grade, rank) : 0;
      }
    }
    long all = judged.values().stream().filter(grade -> grade >= 1).count();
    return new RankingFigures(
        first, all == 0 ? 0 : precisions / all, all == 0 ? 0 : gain / idealGain(judged));
  }

  /** Whether a relevant entry is among the first so many. */
  public boolean succeedsAt(int depth) {
    return firstRelevant > 0 && firstRelevant <= depth;
  }

  /** One over the rank of the first relevant entry; 0 without one. */
  public double reciprocalRank() {
    return firstRelevant == 0 ? 0 : 1.0 / firstRelevant;
  }

  static double mean(List<RankingFigures> figures, ToDoubleFunction<RankingFigures> figure) {
    return figures.stream().mapToDouble(figure).average().orElse(0);
  }

  private static double idealGain(Map<String, Integer> judged) {
    List<Integer> grades =
        judged.values().stream()
            .filter(grade -> grade >= 1)
            .sorted(Comparator.reverseOrder())
            .limit(NDCG_DEPTH)
            .toList();
    double gain = 0;
    for (int rank = 1; rank <= grades.size(); rank++) {
      gain += discounted(grades.get(rank - 1), rank);
    }
    return gain;
  }

  private static double discounted(int grade, int rank) {
    return (Math.pow(2, grade) - 1) / (Math.log(rank + 1.0) / Math.log(2));
  }
}
