package madoguchi.knowledge.relevance;

import java.util.Comparator;
import java.util.List;

/**
 * The share of all questions that can be answered by the first so many entries while keeping to a
 * precision, if one answers only above some confidence: El-Yaniv and Wiener's risk and coverage
 * (2010) turned round. Questions that no entry answers count as asked, and as wrong when answered.
 *
 * @param candidates how many entries are offered; one of them must be relevant
 */
public record Coverage(int candidates) {

  /** The largest share of questions, taken from the surest down, of which so many are right. */
  public double at(double precision, List<Ranking> rankings, Judgments judgments) {
    List<Ranking> surestFirst =
        rankings.stream()
            .filter(ranking -> !ranking.found().isEmpty())
            .sorted(Comparator.comparingDouble(this::confidence).reversed())
            .toList();
    int right = 0;
    int best = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      right += isRight(surestFirst.get(i), judgments) ? 1 : 0;
      boolean lastOfEquals =
          i + 1 == surestFirst.size()
              || confidence(surestFirst.get(i + 1)) < confidence(surestFirst.get(i));
      if (lastOfEquals && right >= precision * (i + 1) - 1e-9) {
        best = i + 1;
      }
    }
    return rankings.isEmpty() ? 0 : (double) best / rankings.size();
  }

  private double confidence(Ranking ranking) {
    return ranking.confidence(candidates);
  }

  private boolean isRight(Ranking ranking, Judgments judgments) {
    return ranking.ids(candidates).stream()
        .anyMatch(entry -> judgments.grade(ranking.query(), entry) >= 1);
  }
}
