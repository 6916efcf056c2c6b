package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.List;

/** How near a word of the vocabulary is to each of some words, worked out when first asked for. */
final class WordNearness {

  private final Meaning meaning;
  private final int[] wanted;

  /** The place of each word of the vocabulary among the rows, plus 1; 0 while not asked for. */
  private final int[] places;

  private final List<float[]> rows = new ArrayList<>();

  WordNearness(Meaning meaning, int[] wanted, int vocabulary) {
    this.meaning = meaning;
    this.wanted = wanted;
    this.places = new int[vocabulary];
  }

  /** By the place of the words: 1 for the word itself, 0 for one of no or opposite meaning. */
  float[] of(int word) {
    if (places[word] == 0) {
      float[] row = new float[wanted.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = wanted[i] == word ? 1 : Math.max(0, meaning.nearness(wanted[i], word));
      }
      rows.add(row);
      places[word] = rows.size();
    }
    return rows.get(places[word] - 1);
  }
}
