package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A question with what is worked out once for all entries.
 *
 * @param typed as the resident wrote it
 * @param question as it is searched
 * @param plan the same as arrays
 * @param direction what it means, see {@link Meaning}
 * @param matches BM25 of the entries' fields
 * @param likeness how like it is to what is remembered by entry, once that is worked out
 * @param missed is told, in Japanese for the staff, what could not be had
 */
record Asked(
    String typed,
    Question question,
    QuestionPlan plan,
    float[] direction,
    FieldScores matches,
    Map<Remembered, Map<Integer, Double>> likeness,
    Consumer<String> missed) {

  /** Of which nothing is known yet. */
  Asked(
      String typed,
      Question question,
      QuestionPlan plan,
      float[] direction,
      FieldScores matches,
      Consumer<String> missed) {
    this(typed, question, plan, direction, matches, new HashMap<>(), missed);
  }
}
