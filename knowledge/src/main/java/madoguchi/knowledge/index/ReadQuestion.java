package madoguchi.knowledge.index;

import java.util.List;
import madoguchi.knowledge.text.Token;

/**
 * A question that has been read.
 *
 * @param text as typed, or with its kana in the town's writing
 * @param words as they were typed
 */
record ReadQuestion(String text, Question question, List<Token> words) {

  /** Whether it is one word or compound and nothing is said of what is asked about it. */
  boolean isOneWord() {
    boolean one =
        question.own().size() == 1 || words.stream().allMatch(word -> word.term() != null);
    return one && Aspects.of(text).names().isEmpty();
  }
}
