package madoguchi.knowledge.vector;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A direction for each word. A direction is kept in one byte a dimension, whether fresh or stored,
 * so that a stored set answers exactly as the one that was learned.
 */
public final class WordVectors {

  /** Length of every vector; one learned from very few words has zeros at its end. */
  public static final int DIMENSIONS = 200;

  /** Knows no word. */
  public static final WordVectors NONE = new WordVectors(Map.of(), new byte[0][]);

  private final Map<String, Integer> words;

  /** See {@link FourInOne}. */
  private final int[][] directions;

  private final float[] scales;

  private WordVectors(Map<String, Integer> words, byte[][] directions) {
    this.words = words;
    this.directions = FourInOne.of(directions);
    this.scales = new float[directions.length];
    for (int i = 0; i < directions.length; i++) {
      long squares = 0;
      for (byte part : directions[i]) {
        squares += part * part;
      }
      scales[i] = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    }
  }

  static WordVectors of(Map<String, Integer> words, float[][] rows) {
    byte[][] directions = new byte[rows.length][DIMENSIONS];
    for (int i = 0; i < rows.length; i++) {
      float largest = 1e-20f;
      for (float part : rows[i]) {
        largest = Math.max(largest, Math.abs(part));
      }
      for (int d = 0; d < rows[i].length; d++) {
        directions[i][d] = (byte) Math.round(rows[i][d] / largest * 127);
      }
    }
    return new WordVectors(Map.copyOf(words), directions);
  }

  /** Whether it knows no word at all. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** sum += factor · the word's unit vector; nothing for a word that is not known. */
  public void addTo(float[] sum, String word, double factor) {
    addTo(sum, number(word), factor);
  }

  /** The number of a word, or a negative one for a word that is not known. */
  public int number(String word) {
    return words.getOrDefault(word, -1);
  }

  /** The same for a word by its number. */
  public void addTo(float[] sum, int id, double factor) {
    if (id < 0) {
      return;
    }
    FourInOne.addTo(sum, directions[id], (float) (factor * scales[id]));
  }

  /** Another vector as {@link #along} takes it. */
  public static float[] apart(float[] other) {
    return FourInOne.apart(other);
  }

  /** The word's unit vector times another vector, which is laid apart. */
  public float along(int id, float[] apart) {
    return FourInOne.product(directions[id], apart) * scales[id];
  }

  /** What gives the cosines of some words, by number, with others. */
  public WordCosines cosines(int... ids) {
    return new WordCosines(directions, scales, ids);
  }

  /** For storing; {@link #read} gives the same vectors again. */
  public byte[] write() {
    return StoredVectors.write(
        words, Stream.of(directions).map(FourInOne::parts).toArray(byte[][]::new));
  }

  /**
   * Reads what {@link #write} gave.
   *
   * @throws IllegalArgumentException when it is of another version or cut short; then learn anew
   */
  public static WordVectors read(byte[] stored) {
    Map<String, Integer> words = new HashMap<>();
    byte[][] directions = StoredVectors.read(stored, words);
    return new WordVectors(Map.copyOf(words), directions);
  }
}
