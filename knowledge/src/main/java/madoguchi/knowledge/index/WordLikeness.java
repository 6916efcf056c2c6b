package madoguchi.knowledge.index;

import java.util.Arrays;
import madoguchi.knowledge.vector.WordVectors;

/**
 * How each word of the vocabulary lies to one direction, worked out when first asked for. A text's
 * cosine is the sum over its words, so that no text needs a vector of its own to be kept.
 */
final class WordLikeness {

  private final Meaning meaning;

  /** Laid apart. */
  private final float[] direction;

  private final float[] known;

  WordLikeness(Meaning meaning, float[] direction, int words) {
    this.meaning = meaning;
    this.direction = WordVectors.apart(direction);
    this.known = new float[words];
    Arrays.fill(known, Float.NaN);
  }

  /** Σ idf · (word · direction) over the words of a text. */
  float sum(int[] words) {
    float sum = 0;
    for (int word : words) {
      float one = known[word];
      if (Float.isNaN(one)) {
        one = meaning.along(word, direction);
        known[word] = one;
      }
      sum += one;
    }
    return sum;
  }
}
