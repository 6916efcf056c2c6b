package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well the ten entries match that are most like this one in meaning: an entry among others that
 * match is on the right topic, even if it uses other words itself.
 */
final class NeighbourSupport implements Signal {

  private static final int NEIGHBOURS = 10;

  private final int[][] neighbours;

  NeighbourSupport(List<AnalysedEntry> entries, MeaningLikeness likeness) {
    float[][] directions =
        IntStream.range(0, entries.size()).mapToObj(likeness::direction).toArray(float[][]::new);
    neighbours =
        IntStream.range(0, directions.length)
            .mapToObj(entry -> nearest(entry, directions))
            .toArray(int[][]::new);
  }

  @Override
  public String key() {
    return "neighbours";
  }

  @Override
  public String japanese() {
    return "似た項目との一致";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    float[] question = asked.matches().question();
    float[] answer = asked.matches().answer();
    return entry -> {
      double sum = 0;
      for (int neighbour : neighbours[entry]) {
        sum += question[neighbour] + answer[neighbour];
      }
      return neighbours[entry].length == 0 ? 0 : sum / neighbours[entry].length;
    };
  }

  private static int[] nearest(int entry, float[][] directions) {
    int[] best = new int[Math.min(NEIGHBOURS, directions.length - 1)];
    double[] scores = new double[best.length];
    int filled = 0;
    for (int other = 0; other < directions.length; other++) {
      if (other == entry) {
        continue;
      }
      double score = Meaning.cosine(directions[entry], directions[other]);
      if (filled < best.length || (best.length > 0 && score > scores[filled - 1])) {
        int place = filled < best.length ? filled++ : filled - 1;
        while (place > 0 && scores[place - 1] < score) {
          scores[place] = scores[place - 1];
          best[place] = best[place - 1];
          place--;
        }
        scores[place] = score;
        best[place] = other;
      }
    }
    return best;
  }
}
