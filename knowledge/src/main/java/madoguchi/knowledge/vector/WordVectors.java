package madoguchi.knowledge.vector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A direction for each word. A direction is kept in one byte a dimension, whether fresh or stored,
 * so that a stored set answers exactly as the one that was learned.
 */
public final class WordVectors {

  /** Length of every vector; one learned from very few words has zeros at its end. */
  public static final int DIMENSIONS = 200;

  /** Knows no word. */
  public static final WordVectors NONE = new WordVectors(Map.of(), new byte[0][]);

  private static final int VERSION = 1;
  private static final int MOST_WORDS = 1_000_000;

  private final Map<String, Integer> words;
  private final byte[][] directions;
  private final float[] scales;

  private WordVectors(Map<String, Integer> words, byte[][] directions) {
    this.words = words;
    this.directions = directions;
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
    Integer id = words.get(word);
    if (id == null) {
      return;
    }
    byte[] direction = directions[id];
    float scaled = (float) (factor * scales[id]);
    for (int d = 0; d < DIMENSIONS; d++) {
      sum[d] += scaled * direction[d];
    }
  }

  /** For storing; {@link #read} gives the same vectors again. */
  public byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(words.size());
      List<Map.Entry<String, Integer>> inOrder = new ArrayList<>(words.entrySet());
      inOrder.sort(Comparator.comparing(Map.Entry::getValue));
      for (Map.Entry<String, Integer> word : inOrder) {
        out.writeUTF(word.getKey());
        out.write(directions[word.getValue()]);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} gave.
   *
   * @throws IllegalArgumentException when it is of another version or cut short; then learn anew
   */
  public static WordVectors read(byte[] stored) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
      int version = in.readByte();
      int size = in.readInt();
      if (version != VERSION || size < 0 || size > MOST_WORDS) {
        throw new IllegalArgumentException("word vectors of unknown version " + version);
      }
      Map<String, Integer> words = new HashMap<>();
      List<byte[]> directions = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        words.put(in.readUTF(), i);
        byte[] direction = new byte[DIMENSIONS];
        in.readFully(direction);
        directions.add(direction);
      }
      return new WordVectors(Map.copyOf(words), directions.toArray(byte[][]::new));
    } catch (IOException cutShort) {
      throw new IllegalArgumentException("word vectors are cut short", cutShort);
    }
  }
}
