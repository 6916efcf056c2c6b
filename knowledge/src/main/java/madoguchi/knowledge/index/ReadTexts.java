package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.knowledge.text.ReadAhead;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one index, each read once; what the index before it has read is not read again, so
 * that an edit of one entry is searchable at once. For one thread, while an index is built.
 */
final class ReadTexts {

  private final TextAnalysis analysis;
  private @Nullable ReadTexts before;
  private Map<String, List<Token>> ahead;
  private Map<String, Aspects> aheadAspects;
  private final Map<String, List<Token>> words = new HashMap<>();
  private final Map<String, List<String>> terms = new HashMap<>();
  private final Map<String, List<String>> bodies = new HashMap<>();
  private final Map<String, String> readings = new HashMap<>();
  private final Map<String, Aspects> aspects = new HashMap<>();
  private final Map<String, Matter> matters = new HashMap<>();

  /** Texts in the writing of this index; another index may write them otherwise. */
  private final Map<String, String> repaired = new HashMap<>();

  /** The one text object of each term: they repeat a hundred times. */
  private final Map<String, String> same = new HashMap<>();

  private final Map<Aspects, Aspects> sameAspects = new HashMap<>();

  ReadTexts(TextAnalysis analysis, @Nullable ReadTexts before) {
    this.analysis = analysis;
    // Of use once, for the first index of a process.
    this.ahead = before == null ? ReadAhead.texts() : Map.of();
    this.aheadAspects = before == null ? AspectsAhead.texts() : Map.of();
    this.before = before;
  }

  /** Ends the use of what was read before, so that it can be forgotten. */
  void finish() {
    before = null;
    ahead = Map.of();
    aheadAspects = Map.of();
    same.clear();
    sameAspects.clear();
    repaired.clear();
  }

  /** Every text that was taken apart. */
  Stream<String> all() {
    return Stream.of(words.keySet(), terms.keySet(), readings.keySet()).flatMap(Set::stream);
  }

  /** Every text of which it was asked what it asks about. */
  Set<String> withAspects() {
    return aspects.keySet();
  }

  /** All words of a question or wording. */
  List<Token> words(String text) {
    return known(text, read -> read.words, this::readWords);
  }

  /** The terms of a sentence. */
  List<String> terms(String text) {
    return known(text, read -> read.terms, one -> Token.terms(readWords(one)));
  }

  /** The sentences of an answer up to its closing block. */
  List<String> body(String answer) {
    return known(answer, read -> read.bodies, AnswerBody::body);
  }

  /** How a term is read. */
  String reading(String term) {
    return known(
        term,
        read -> read.readings,
        one -> readWords(one).stream().map(Token::reading).collect(Collectors.joining()));
  }

  /** What of a matter a text asks about. */
  Aspects aspects(String text) {
    return known(
        text,
        read -> read.aspects,
        one -> {
          Aspects known = aheadAspects.get(one);
          return known != null
              ? known
              : sameAspects.computeIfAbsent(Aspects.of(one), aspects -> aspects);
        });
  }

  /** What a text names. */
  Matter matter(String text) {
    return known(text, read -> read.matters, one -> Matter.of(words(one), this::aspects));
  }

  /** A text with its kana in the town's writing, by whoever knows that. */
  String repaired(String text, UnaryOperator<String> writing) {
    return repaired.computeIfAbsent(text, writing);
  }

  private <V> V known(
      String text, Function<ReadTexts, Map<String, V>> of, Function<String, V> otherwise) {
    V here = of.apply(this).get(text);
    if (here == null) {
      V earlier = before == null ? null : of.apply(before).get(text);
      here = Objects.requireNonNullElseGet(earlier, () -> otherwise.apply(text));
      of.apply(this).put(text, here);
    }
    return here;
  }

  private List<Token> readWords(String text) {
    List<Token> known = ahead.get(text);
    return known != null
        ? known
        : analysis.tokens(text).stream()
            .map(
                word ->
                    new Token(
                        one(word.surface()),
                        one(word.base()),
                        word.term() == null ? null : one(word.term()),
                        one(word.reading())))
            .toList();
  }

  private String one(String term) {
    return same.computeIfAbsent(term, t -> t);
  }
}
