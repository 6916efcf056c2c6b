package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link NumberedWriter} has written: numbers and texts, to be read in the order in which they
 * were written.
 */
public final class NumberedFile {

  private final @Nullable String[] strings;
  private final int[] numbers;
  private int at;

  NumberedFile(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    char[] letters = new char[in.getInt()];
    numbers = new int[in.getInt()];
    in.asCharBuffer().get(letters);
    in.position(in.position() + Character.BYTES * letters.length);
    in.asIntBuffer().get(numbers);
    // The first is none.
    strings = new String[next()];
    int letter = 0;
    for (int i = 1; i < strings.length; i++) {
      int length = next();
      strings[i] = new String(letters, letter, length);
      letter += length;
    }
  }

  /** The one that the build has made beside the classes; null where it has made none. */
  public static @Nullable NumberedFile at(String resource) {
    try (InputStream in = NumberedFile.class.getResourceAsStream(resource)) {
      return in == null ? null : new NumberedFile(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The next number. */
  public int next() {
    return numbers[at++];
  }

  long nextLong() {
    return ((long) next() << Integer.SIZE) | Integer.toUnsignedLong(next());
  }

  /** The next text. */
  public String text() {
    return Objects.requireNonNull(textOrNone());
  }

  /** The next list of texts. */
  public String[] texts() {
    String[] texts = new String[next()];
    Arrays.setAll(texts, i -> text());
    return texts;
  }

  @Nullable String textOrNone() {
    return strings[next()];
  }
}
