package madoguchi.knowledge.index;

import java.util.Map;

/**
 * What signals weigh in one town, as far as its resolved questions teach it; a function of its
 * entries, words and memory alone.
 *
 * @param values by the signal's name; what is not there weighs as it comes with the program
 */
public record LearnedWeights(Map<String, Double> values) {

  /** Nothing learned. */
  public static final LearnedWeights NONE = new LearnedWeights(Map.of());

  public LearnedWeights {
    values = Map.copyOf(values);
  }
}
