package madoguchi.knowledge.vector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Word vectors as bytes: a version, how many, and each word with its direction. */
final class StoredVectors {

  private static final int VERSION = 1;
  private static final int MOST_WORDS = 1_000_000;

  private StoredVectors() {}

  static byte[] write(Map<String, Integer> words, byte[][] directions) {
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
   * The directions; their words go into the map.
   *
   * @throws IllegalArgumentException when they are of another version or cut short
   */
  static byte[][] read(byte[] stored, Map<String, Integer> words) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
      int version = in.readByte();
      int size = in.readInt();
      if (version != VERSION || size < 0 || size > MOST_WORDS) {
        throw new IllegalArgumentException("word vectors of unknown version " + version);
      }
      List<byte[]> directions = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        words.put(in.readUTF(), i);
        byte[] direction = new byte[WordVectors.DIMENSIONS];
        in.readFully(direction);
        directions.add(direction);
      }
      return directions.toArray(byte[][]::new);
    } catch (IOException cutShort) {
      throw new IllegalArgumentException("word vectors are cut short", cutShort);
    }
  }
}
