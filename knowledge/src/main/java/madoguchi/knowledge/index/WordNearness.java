package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import madoguchi.knowledge.vector.WordCosines;

/** How near a word of the vocabulary is to each of some words, worked out when first asked for. */
final class WordNearness {

  private final WordCosines cosines;
  private final int[] wanted;

  /** The number of each term of the vocabulary among the vectors. */
  private final int[] ids;

  /** The place of each word of the vocabulary among the rows, plus 1; 0 while not asked for. */
  private final int[] places;

  private final List<float[]> rows = new ArrayList<>();

  WordNearness(WordCosines cosines, int[] wanted, int[] ids) {
    this.cosines = cosines;
    this.wanted = wanted;
    this.ids = ids;
    this.places = new int[ids.length];
  }

  /** By the place of the words: 1 for the word itself, 0 for one of no or opposite meaning. */
  float[] of(int word) {
    if (places[word] == 0) {
      float[] row = cosines.with(ids[word]);
      for (int i = 0; i < row.length; i++) {
        row[i] = wanted[i] == word ? 1 : Math.max(0, row[i]);
      }
      rows.add(row);
      places[word] = rows.size();
    }
    return rows.get(places[word] - 1);
  }
}
