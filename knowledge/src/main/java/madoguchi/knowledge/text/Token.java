package madoguchi.knowledge.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word as the dictionary cut it out of a text, kana folded to hiragana.
 *
 * @param surface as it stands there
 * @param base in its dictionary form
 * @param term what it is searched by; null when the recipe drops it
 * @param reading how it is read, in hiragana
 */
public record Token(String surface, String base, @Nullable String term, String reading) {

  /** What a text is searched by, in its order, repeated terms too. */
  public static List<String> terms(List<Token> words) {
    return words.stream().map(Token::term).filter(Objects::nonNull).toList();
  }

  /** The same word, not searched by. */
  public Token dropped() {
    return new Token(surface, base, null, reading);
  }
}
