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

  /** Whether it is one word or compound and nothing else. */
  boolean isOneWord() {
    return question.own().size() == 1
        || (!words.isEmpty() && words.stream().allMatch(word -> word.term() != null));
  }
}
