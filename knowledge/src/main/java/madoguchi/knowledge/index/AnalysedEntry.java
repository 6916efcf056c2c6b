package madoguchi.knowledge.index;

import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.TextAnalysis;

/**
 * An entry with its texts as terms.
 *
 * @param question of the entry's question
 * @param wordings of each further wording
 * @param answer of the answer's body
 */
record AnalysedEntry(
    FaqEntry entry, List<String> question, List<List<String>> wordings, List<String> answer) {

  static AnalysedEntry of(FaqEntry entry, TextAnalysis analysis) {
    return new AnalysedEntry(
        entry,
        analysis.terms(entry.question()),
        entry.phrasings().stream().map(analysis::terms).toList(),
        analysis.terms(AnswerBody.of(entry.answer())));
  }
}
