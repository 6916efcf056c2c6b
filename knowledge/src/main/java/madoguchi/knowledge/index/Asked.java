package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A question with what is worked out once for all entries.
 *
 * @param whole as the resident wrote it and as it is searched
 * @param aspects what is asked of its matter
 * @param plan the same as arrays
 * @param direction what it means, see {@link Meaning}
 * @param matches BM25 of the entries' fields
 * @param likeness how like it is to what is remembered by entry, once that is worked out
 * @param missed is told, in Japanese for the staff, what could not be had
 */
record Asked(
    ReadQuestion whole,
    Aspects aspects,
    QuestionPlan plan,
    float[] direction,
    FieldScores matches,
    Map<Remembered, Map<Integer, Double>> likeness,
    Consumer<String> missed) {

  /** Of which nothing is known yet. */
  Asked(
      ReadQuestion whole,
      QuestionPlan plan,
      float[] direction,
      FieldScores matches,
      Consumer<String> missed) {
    this(
        whole, Aspects.of(whole.typed().text()), plan, direction, matches, new HashMap<>(), missed);
  }

  /** As the resident wrote it. */
  String typed() {
    return whole.typed().text();
  }

  /** As it is searched. */
  Question question() {
    return whole.question();
  }
}
