package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;

/**
 * Which entry is asked for in the very words of its question or one of its wordings, particles and
 * endings aside: 「引っ越してきたら何すればいい」 is 「引っ越してきたんだけど何すればいい」. Half of that counts for the same terms in
 * whatever spelling and order: 「住民票がほしい」 is 「じゅうみんひょう ください」.
 */
final class KnownWordings implements Signal {

  /** Of the entry whose words were used, if it is also found to be the best. */
  static final double CONFIDENCE = 0.9;

  /** Of the entry whose terms were used. */
  static final double CONFIDENCE_BY_TERMS = 0.65;

  /** No wording is longer. */
  private static final int LONGEST = 300;

  private static final int MOST_ENTRIES = 20_000;
  private static final double BY_TERMS = 0.5;
  private static final int NONE = -1;

  private final TextAnalysis analysis;
  private final Map<List<String>, Integer> byWords = new HashMap<>();
  private final Map<Set<String>, Integer> byTerms = new HashMap<>();

  KnownWordings(
      List<AnalysedEntry> all, TextAnalysis analysis, QuestionReader reader, ReadTexts texts) {
    this.analysis = analysis;
    for (int number = 0; number < all.size(); number++) {
      int own = number;
      Stream.concat(
              Stream.of(all.get(number).entry().question()),
              all.get(number).entry().phrasings().stream())
          .forEach(
              wording -> {
                List<Token> words = texts.words(wording);
                // Words that several entries use tell none of them.
                byWords.merge(analysis.meaningful(words), own, KnownWordings::same);
                if (all.size() <= MOST_ENTRIES) {
                  addTerms(reader.ownTerms(words), own);
                  addTerms(reader.ownTerms(texts.words(reader.repaired(wording))), own);
                }
              });
    }
  }

  private void addTerms(Set<String> terms, int entry) {
    if (!terms.isEmpty()) {
      byTerms.merge(terms, entry, KnownWordings::same);
    }
  }

  private static Integer same(Integer one, Integer other) {
    return one.equals(other) ? one : NONE;
  }

  /** How likely the best entry is the right one by this alone; 0 when nothing is known of it. */
  static double confidence(double value) {
    return value >= 1 ? CONFIDENCE : value > 0 ? CONFIDENCE_BY_TERMS : 0;
  }

  @Override
  public String key() {
    return "known";
  }

  @Override
  public String japanese() {
    return "登録された言い方との一致";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    int inItsWords = entryOf(asked.typed());
    int inItsTerms =
        inItsWords >= 0 ? NONE : byTerms.getOrDefault(Set.copyOf(asked.question().own()), NONE);
    return entry -> entry == inItsWords ? 1 : entry == inItsTerms ? BY_TERMS : 0;
  }

  /** The number of the entry with these very words, or a negative one. */
  int entryOf(String question) {
    if (question.length() > LONGEST) {
      return NONE;
    }
    List<String> words = analysis.meaningfulWords(question);
    return words.isEmpty() ? NONE : byWords.getOrDefault(words, NONE);
  }
}
