package madoguchi.knowledge.index;

/**
 * A question with what is worked out once for all entries.
 *
 * @param question as it is searched
 * @param direction what it means, see {@link Meaning}
 * @param matches BM25 of every entry's fields
 */
record Asked(Question question, float[] direction, FieldScores matches) {}
