package madoguchi.knowledge.index;

/**
 * A question with what is worked out once for all entries.
 *
 * @param typed as the resident wrote it
 * @param question as it is searched
 * @param plan the same as arrays
 * @param direction what it means, see {@link Meaning}
 * @param matches BM25 of the entries' fields
 */
record Asked(
    String typed, Question question, QuestionPlan plan, float[] direction, FieldScores matches) {}
