package madoguchi.knowledge.relevance;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The figures of an evaluation by name, in the order they are printed.
 *
 * @param values success rates, ranks and gains from 0 to 1 (means over the questions that have a
 *     relevant entry), milliseconds, and shares of all questions
 */
public record Figures(SequencedMap<String, Double> values) {

  /** Compares what was given with what was judged. */
  public static Figures of(List<Ranking> rankings, Judgments judgments) {
    List<RankingFigures> each =
        rankings.stream()
            .filter(ranking -> judgments.isAnswerable(ranking.query()))
            .map(ranking -> RankingFigures.of(ranking, judgments))
            .toList();
    SequencedMap<String, Double> values = new LinkedHashMap<>();
    for (int depth : List.of(1, 3, 5, 10)) {
      values.put("SR@" + depth, RankingFigures.mean(each, one -> one.succeedsAt(depth) ? 1 : 0));
    }
    values.put("MRR", RankingFigures.mean(each, RankingFigures::reciprocalRank));
    values.put("MAP", RankingFigures.mean(each, RankingFigures::averagePrecision));
    values.put("nDCG@10", RankingFigures.mean(each, RankingFigures::ndcg10));
    long[] nanos = rankings.stream().mapToLong(Ranking::nanos).sorted().toArray();
    values.put("p50_ms", percentile(nanos, 0.50) / 1e6);
    values.put("p99_ms", percentile(nanos, 0.99) / 1e6);
    values.put("coverage1@95", new Coverage(1).at(0.95, rankings, judgments));
    values.put("coverage1@90", new Coverage(1).at(0.90, rankings, judgments));
    values.put("coverage1@80", new Coverage(1).at(0.80, rankings, judgments));
    values.put("coverage3@90", new Coverage(3).at(0.90, rankings, judgments));
    return new Figures(values);
  }

  /** One {@code name<TAB>value} a line. */
  public void print(PrintStream out) {
    for (Map.Entry<String, Double> figure : values.entrySet()) {
      out.print(String.format(Locale.ROOT, "%s\t%.4f\n", figure.getKey(), figure.getValue()));
    }
    out.flush();
  }

  /** The nearest rank: the smallest value that is not exceeded by the given share of all. */
  private static double percentile(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
