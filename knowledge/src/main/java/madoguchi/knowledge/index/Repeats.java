package madoguchi.knowledge.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether remembered questions are what residents happened to ask. Of n such questions some e =
 * n·(n − 1)/m pairs and more, each counted both ways, ask for the same of m entries, since some
 * entries are asked for more than others. A list that somebody drew up by the entries, so many for
 * each, has far fewer; leaving one out of it says nothing of what will be asked. Where most stand
 * alone in asking for their entry nothing was drawn up so: those questions do not repeat.
 */
final class Repeats {

  /** Chance alone hardly ever lacks more than so many times √(2e). */
  private static final double FAR = 8;

  /** Of so many for each, hardly any stands alone. */
  private static final double MOST_ALONE = 0.5;

  private Repeats() {}

  /**
   * Whether these repeat far less often than chance alone would have it.
   *
   * @param entries the number of the best entry of each question
   * @param all how many entries there are
   */
  static boolean areDrawnUp(Collection<Integer> entries, int all) {
    Map<Integer, Integer> times = new HashMap<>();
    entries.forEach(entry -> times.merge(entry, 1, Integer::sum));
    double pairs = times.values().stream().mapToDouble(n -> n * (n - 1.0)).sum();
    double byChance = entries.size() * (entries.size() - 1.0) / all;
    double alone = times.values().stream().filter(n -> n == 1).count();
    return pairs + FAR * Math.sqrt(2 * byChance) < byChance && alone < MOST_ALONE * entries.size();
  }
}
