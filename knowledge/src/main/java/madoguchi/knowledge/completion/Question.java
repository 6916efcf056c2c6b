package madoguchi.knowledge.completion;

import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.ReadWord;

/** An entry's question, and where its words stand in it. */
final class Question {

  private final FaqEntry entry;
  private final int line;
  private final int[] begins;
  private final int[] ends;

  /**
   * A question of which the words have been read.
   *
   * @param line its number in the columns
   * @param words in the normalised question
   */
  Question(FaqEntry entry, int line, List<ReadWord> words) {
    this.entry = entry;
    this.line = line;
    // Where normalising has changed the length, the places are no longer those of the question.
    boolean same = JapaneseText.normalise(entry.question()).length() == entry.question().length();
    List<ReadWord> placed = same ? words : List.of();
    this.begins = placed.stream().mapToInt(ReadWord::from).toArray();
    this.ends = placed.stream().mapToInt(ReadWord::to).toArray();
  }

  FaqEntry entry() {
    return entry;
  }

  /** What the resident is shown. */
  Completion completion(Typed typed, Columns columns) {
    int[] held = begins.length == 0 ? null : columns.wordsHolding(line, typed);
    int from = held == null ? 0 : begins[held[0]];
    int to = held == null ? 0 : ends[held[1]];
    return new Completion(entry.id(), entry.question(), from, to);
  }
}
