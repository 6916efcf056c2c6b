package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;
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
    return all(entries, new ReadTexts(analysis, null));
  }

  /** The same by texts of which some have been read before. */
  static List<AnalysedEntry> all(List<FaqEntry> entries, ReadTexts texts) {
    AnswerBody body = AnswerBody.of(entries, texts::body);
    return entries.stream().map(entry -> of(entry, body, texts)).toList();
  }

  /** The place of each entry in a list, by its id. */
  static Map<String, Integer> places(List<AnalysedEntry> entries) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      places.put(entries.get(i).entry().id(), i);
    }
    return places;
  }

  private static AnalysedEntry of(FaqEntry entry, AnswerBody body, ReadTexts texts) {
    return new AnalysedEntry(
        entry,
        Token.terms(texts.words(entry.question())),
        entry.phrasings().stream().map(text -> Token.terms(texts.words(text))).toList(),
        body.sentences(entry.answer()).stream()
            .map(texts::terms)
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
