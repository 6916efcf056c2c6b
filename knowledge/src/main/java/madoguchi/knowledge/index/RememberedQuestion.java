package madoguchi.knowledge.index;

/**
 * A question with the number of the entry that answered it.
 *
 * @param text as it was asked
 * @param grade how well, above 0 to 1
 */
record RememberedQuestion(String text, int entry, double grade, TfIdf tfIdf, float[] direction) {}
