package madoguchi.knowledge.index;

import java.util.function.Consumer;

/**
 * A question with what is worked out once for all entries.
 *
 * @param typed as the resident wrote it
 * @param question as it is searched
 * @param plan the same as arrays
 * @param direction what it means, see {@link Meaning}
 * @param matches BM25 of the entries' fields
 * @param missed is told, in Japanese for the staff, what could not be had
 */
record Asked(
    String typed,
    Question question,
    QuestionPlan plan,
    float[] direction,
    FieldScores matches,
    Consumer<String> missed) {}
