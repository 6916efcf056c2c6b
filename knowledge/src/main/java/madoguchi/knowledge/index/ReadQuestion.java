package madoguchi.knowledge.index;

/**
 * A question that has been read.
 *
 * @param typed as it was typed
 * @param read the same, or with its kana in the town's writing
 */
record ReadQuestion(Worded typed, Worded read, Question question) {

  /** Whether it is one word or compound and nothing is said of what is asked about it. */
  boolean isOneWord() {
    boolean one =
        question.own().size() == 1 || typed.words().stream().allMatch(word -> word.term() != null);
    return one && Aspects.of(read.text()).names().isEmpty();
  }
}
