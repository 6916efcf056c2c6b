package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Text as terms, by the recipe of {@link MunicipalAnalyzer}; safe for many threads. */
public final class TextAnalysis {

  private static final Set<String> PARTICLES =
      Set.copyOf(WordLines.of("/madoguchi/text/particles.txt"));

  /** Those at rest; as many as were ever needed at once. */
  private final Queue<MunicipalAnalyzer> recipes = new ConcurrentLinkedQueue<>();

  private final Map<String, List<Token>> ahead;

  public TextAnalysis() {
    this(Map.of());
  }

  /** With texts that have been taken apart already. */
  TextAnalysis(Map<String, List<Token>> ahead) {
    this.ahead = ahead;
  }

  /** The terms of any text in their order, repeated ones too. */
  public List<String> terms(String text) {
    List<Token> known = ahead.get(text);
    if (known != null) {
      return Token.terms(known);
    }
    List<String> terms = new ArrayList<>();
    read(text, (at, term) -> terms.add(term));
    return terms;
  }

  /** All words of any text, those too that are no terms. */
  public List<Token> tokens(String text) {
    List<Token> known = ahead.get(text);
    if (known != null) {
      return known;
    }
    Map<Integer, String> terms = new HashMap<>();
    return read(text, terms::put).stream()
        .map(word -> new Token(word.surface(), word.base(), terms.get(word.from()), word.reading()))
        .toList();
  }

  /** The words that carry a text, in their dictionary forms and order: all but particles. */
  public List<String> meaningfulWords(String text) {
    return meaningful(tokens(text));
  }

  /** The same words of a text that has been taken apart already. */
  public List<String> meaningful(List<Token> tokens) {
    return tokens.stream().map(Token::base).filter(word -> !PARTICLES.contains(word)).toList();
  }

  /** How a word is read, in hiragana; kana that the dictionary does not know read as themselves. */
  public String reading(String word) {
    return read(word, (at, term) -> {}).stream()
        .map(WordRecorder.Word::reading)
        .collect(Collectors.joining());
  }

  /** Gives the terms with their places, and then all words. */
  private List<WordRecorder.Word> read(String text, BiConsumer<Integer, String> each) {
    MunicipalAnalyzer rested = recipes.poll();
    MunicipalAnalyzer recipe = rested == null ? new MunicipalAnalyzer() : rested;
    try (TokenStream stream = recipe.tokenStream("", JapaneseText.normalise(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        each.accept(offset.startOffset(), term.toString());
      }
      stream.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<WordRecorder.Word> words = recipe.lastWords();
    // One that failed is left to be collected.
    recipes.add(recipe);
    return words;
  }
}
