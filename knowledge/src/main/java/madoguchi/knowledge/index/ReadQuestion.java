package madoguchi.knowledge.index;

import java.util.Set;
import madoguchi.knowledge.text.WordLines;

/**
 * A question that has been read.
 *
 * @param typed as it was typed
 * @param read the same, or with its kana in the town's writing
 */
record ReadQuestion(Worded typed, Worded read, Question question) {

  private static final Set<String> TIMES =
      Set.copyOf(WordLines.of("/madoguchi/text/time-words.txt"));

  /** Whether it is one word or compound and nothing is said of what is asked about it. */
  boolean isOneWord() {
    boolean one =
        question.own().size() == 1 || typed.words().stream().allMatch(word -> word.term() != null);
    return one && Aspects.of(read.text()).names().isEmpty();
  }

  /** Whether it asks for a time without a word of what: 「日曜あいてる？」. */
  boolean asksOnlyWhen() {
    return TIMES.containsAll(question.own()) && Aspects.of(read.text()).names().contains("時間");
  }
}
