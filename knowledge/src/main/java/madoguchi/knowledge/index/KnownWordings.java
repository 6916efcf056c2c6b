package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.knowledge.text.TextAnalysis;

/**
 * Which entry is asked for in the very words of its question or one of its wordings, particles and
 * endings aside: 「引っ越してきたら何すればいい」 is 「引っ越してきたんだけど何すればいい」.
 */
final class KnownWordings {

  /** Of the entry whose words were used, if it is also found to be the best. */
  static final double CONFIDENCE = 0.9;

  /** No wording is longer. */
  private static final int LONGEST = 300;

  private static final int NONE = -1;

  private final TextAnalysis analysis;
  private final Map<List<String>, Integer> entries = new HashMap<>();

  KnownWordings(List<AnalysedEntry> all, TextAnalysis analysis) {
    this.analysis = analysis;
    for (int number = 0; number < all.size(); number++) {
      int own = number;
      Stream.concat(
              Stream.of(all.get(number).entry().question()),
              all.get(number).entry().phrasings().stream())
          .map(analysis::meaningfulWords)
          // Words that several entries use tell none of them.
          .forEach(words -> entries.merge(words, own, (a, b) -> a.equals(b) ? a : NONE));
    }
  }

  /** The entry's number, or a negative one. */
  int entryOf(String question) {
    if (question.length() > LONGEST) {
      return NONE;
    }
    List<String> words = analysis.meaningfulWords(question);
    return words.isEmpty() ? NONE : entries.getOrDefault(words, NONE);
  }
}
