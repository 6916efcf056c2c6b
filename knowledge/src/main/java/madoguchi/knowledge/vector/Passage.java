package madoguchi.knowledge.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * What is learned from: an entry as terms.
 *
 * @param questions of the question and of each further wording
 * @param sentences of the answer, one list a sentence
 */
public record Passage(List<List<String>> questions, List<List<String>> sentences) {

  /** Everything that was written, sentence by sentence. */
  List<List<String>> all() {
    List<List<String>> all = new ArrayList<>(questions);
    all.addAll(sentences);
    return all;
  }
}
