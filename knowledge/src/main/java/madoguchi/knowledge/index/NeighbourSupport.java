package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How well the ten entries match that are most like this one in meaning: an entry among others that
 * match is on the right topic, even if it uses other words itself.
 */
final class NeighbourSupport implements Signal {

  private static final int NEIGHBOURS = 10;

  private final int[][] neighbours;

  NeighbourSupport(List<AnalysedEntry> entries, Meaning meaning) {
    neighbours =
        Neighbourhood.nearest(
            entries.stream().map(entry -> meaning.of(entry.question())).toArray(float[][]::new),
            NEIGHBOURS);
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
    FieldScores matches = asked.matches();
    return entry -> {
      double sum = 0;
      for (int neighbour : neighbours[entry]) {
        sum += matches.question(neighbour) + matches.answer(neighbour);
      }
      return neighbours[entry].length == 0 ? 0 : sum / neighbours[entry].length;
    };
  }
}
