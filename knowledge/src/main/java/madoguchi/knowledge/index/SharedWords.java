package madoguchi.knowledge.index;

/** Which entries share the most words with a question, each word counting as much as it can. */
interface SharedWords {

  /** So many of them at most, ranked; of equal ones the first come first. */
  long[] most(QuestionPlan plan, int look);

  /** An entry and its score in one number, so that the best sort first. */
  static long ranked(int entry, float score) {
    return (long) -Float.floatToIntBits(score) << 32 | entry;
  }

  /** The entry of such a number. */
  static int entry(long ranked) {
    return (int) ranked;
  }

  /** Its score. */
  static float score(long ranked) {
    return Float.intBitsToFloat(-(int) (ranked >> 32));
  }
}
