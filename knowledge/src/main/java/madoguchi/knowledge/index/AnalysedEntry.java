package madoguchi.knowledge.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.vector.Passage;

/**
 * An entry with its texts as terms.
 *
 * @param question of the entry's question
 * @param wordings of each further wording
 * @param sentences of the answer's body, one list a sentence
 */
record AnalysedEntry(
    FaqEntry entry,
    List<String> question,
    List<List<String>> wordings,
    List<List<String>> sentences) {

  /** All of these entries in their order. */
  static List<AnalysedEntry> all(List<FaqEntry> entries, TextAnalysis analysis) {
    AnswerBody body = AnswerBody.of(entries);
    return entries.stream().map(entry -> of(entry, body, analysis)).toList();
  }

  private static AnalysedEntry of(FaqEntry entry, AnswerBody body, TextAnalysis analysis) {
    return new AnalysedEntry(
        entry,
        analysis.terms(entry.question()),
        entry.phrasings().stream().map(analysis::terms).toList(),
        body.sentences(entry.answer()).stream()
            .map(analysis::terms)
            .filter(terms -> !terms.isEmpty())
            .toList());
  }

  List<String> answer() {
    return sentences.stream().flatMap(List::stream).toList();
  }

  /** The question and all further wordings. */
  List<List<String>> questions() {
    return Stream.concat(Stream.of(question), wordings.stream()).toList();
  }

  /** Every term once. */
  Set<String> terms() {
    Set<String> all = new LinkedHashSet<>();
    questions().forEach(all::addAll);
    sentences.forEach(all::addAll);
    return all;
  }

  Passage passage() {
    return new Passage(questions(), sentences);
  }
}
