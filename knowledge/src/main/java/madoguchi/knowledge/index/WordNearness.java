package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How near the words of the vocabulary are to each other: each pair worked out when first asked
 * for, and kept for the words that were asked for last, since questions repeat their words. A pair
 * worked out twice gives the same, so threads need not wait for each other.
 */
final class WordNearness {

  /** So many pairs are kept at most, in four bytes each, or those of {@link #LEAST} words. */
  private static final int MOST_PAIRS = 500_000;

  private static final int LEAST = 8;

  private final Meaning meaning;
  private final int size;
  private final Map<Integer, float[]> rows = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  WordNearness(Meaning meaning, int vocabulary) {
    this.meaning = meaning;
    this.size = vocabulary;
    this.most = Math.max(LEAST, MOST_PAIRS / Math.max(1, vocabulary));
  }

  /** The pairs of a word by the other's number, to be read by {@link #of}. */
  synchronized float[] row(int word) {
    float[] row = rows.get(word);
    if (row == null) {
      if (rows.size() == most) {
        rows.remove(rows.keySet().iterator().next());
      }
      row = new float[size];
      Arrays.fill(row, Float.NaN);
      rows.put(word, row);
    }
    return row;
  }

  /** 1 for the word itself, 0 for one of no or opposite meaning. */
  float of(int word, float[] row, int other) {
    float known = row[other];
    if (Float.isNaN(known)) {
      known = word == other ? 1 : Math.max(0, meaning.nearness(word, other));
      row[other] = known;
    }
    return known;
  }
}
