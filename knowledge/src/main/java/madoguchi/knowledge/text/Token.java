package madoguchi.knowledge.text;

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

  /** The same word, not searched by. */
  public Token dropped() {
    return new Token(surface, base, null, reading);
  }
}
