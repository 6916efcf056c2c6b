package madoguchi.knowledge.index;

import java.util.Set;

/** Every text that has to be taken apart for something, for who does that beforehand. */
public final class TextsOf {

  private TextsOf() {}

  /** For an index of these. */
  public static Set<String> index(Ingredients ingredients) {
    return new EntryIndex(ingredients, Weights.ofSignals()).textsRead();
  }
}
