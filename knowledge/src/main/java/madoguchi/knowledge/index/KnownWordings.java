package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;
import madoguchi.knowledge.text.WordLines;

/**
 * Which entry is asked for in the very words of its question or one of its wordings, particles and
 * endings aside: 「引っ越してきたら何すればいい」 is 「引っ越してきたんだけど何すればいい」. Half of that counts for the same terms in
 * whatever spelling and order, if the same is asked of them: 「住民票がほしい」 is 「じゅうみんひょう ください」, but
 * neither 「住民票いくら」 nor 「住民票はいらない」.
 */
final class KnownWordings implements Signal {

  /** Of the entry whose words were used, if it is also found to be the best. */
  static final double CONFIDENCE = 0.9;

  /** Of the entry whose terms were used: by this alone it is asked about, not answered. */
  static final double CONFIDENCE_BY_TERMS = 0.5;

  /** No wording is longer. */
  private static final int LONGEST = 300;

  private static final int MOST_ENTRIES = 20_000;
  private static final double BY_TERMS = 0.5;
  private static final int NONE = -1;

  private static final int LEAST_TERMS = 2;

  /** What says no more than いくら, which is no term: the aspect tells it. */
  private static final Set<String> COST =
      Set.copyOf(WordLines.of("/madoguchi/text/cost-words.txt"));

  private final TextAnalysis analysis;
  private final Vocabulary vocabulary;
  private final Map<List<String>, Set<Integer>> byWords = new HashMap<>();
  private final Map<Key, Integer> byTerms = new HashMap<>();

  KnownWordings(
      List<AnalysedEntry> all,
      TextAnalysis analysis,
      Vocabulary vocabulary,
      QuestionReader reader,
      ReadTexts texts) {
    this.analysis = analysis;
    this.vocabulary = vocabulary;
    for (int number = 0; number < all.size(); number++) {
      int own = number;
      Stream.concat(
              Stream.of(all.get(number).entry().question()),
              all.get(number).entry().phrasings().stream())
          .forEach(
              wording -> {
                List<Token> words = texts.words(wording);
                byWords.computeIfAbsent(analysis.meaningful(words), w -> new HashSet<>(2)).add(own);
                if (all.size() <= MOST_ENTRIES) {
                  Aspects aspects = texts.aspects(wording);
                  addTerms(aspects, ownTerms(words), own);
                  String repaired = texts.repaired(wording, reader::repaired);
                  if (!repaired.equals(wording)) {
                    addTerms(aspects, ownTerms(texts.words(repaired)), own);
                  }
                }
              });
    }
  }

  /** The terms of a wording in the town's own words. */
  private Set<String> ownTerms(List<Token> words) {
    return words.stream()
        .map(Token::term)
        .filter(term -> term != null && !vocabulary.isSilent(term) && !COST.contains(term))
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Key(Set<String> terms, Aspects aspects) {}

  private void addTerms(Aspects aspects, Set<String> terms, int entry) {
    if (terms.size() >= LEAST_TERMS && terms.stream().allMatch(vocabulary::isWord)) {
      byTerms.merge(new Key(terms, aspects), entry, KnownWordings::same);
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
    Set<Integer> inItsWords = entriesOf(asked.whole().typed());
    if (inItsWords.size() > 1) {
      return entry -> inItsWords.contains(entry) ? BY_TERMS : 0;
    }
    int inItsTerms = inItsWords.isEmpty() ? entryOfTerms(asked) : NONE;
    return entry -> inItsWords.contains(entry) ? 1 : entry == inItsTerms ? BY_TERMS : 0;
  }

  private int entryOfTerms(Asked asked) {
    if (Phrases.NEGATION.areIn(asked.typed())) {
      return NONE;
    }
    Set<String> terms = new HashSet<>(asked.question().own());
    terms.removeAll(COST);
    Key key = new Key(terms, asked.aspects());
    return byTerms.getOrDefault(key, NONE);
  }

  /** Whether several entries have these very words, so that none of them is meant more. */
  boolean isShared(Worded question) {
    return entriesOf(question).size() > 1;
  }

  /** The number of the one entry with these very words, or a negative one. */
  int entryOf(Worded question) {
    Set<Integer> entries = entriesOf(question);
    return entries.size() == 1 ? entries.iterator().next() : NONE;
  }

  private Set<Integer> entriesOf(Worded question) {
    if (question.text().length() > LONGEST) {
      return Set.of();
    }
    List<String> words = analysis.meaningful(question.words());
    return words.isEmpty() ? Set.of() : byWords.getOrDefault(words, Set.of());
  }
}
