package madoguchi.knowledge.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of {@link ReadAhead}: every different text and word once, and numbers. */
final class ReadAheadFile {

  private final char[] letters;
  private final int[] numbers;
  private int letter;
  private int number;

  ReadAheadFile(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    letters = new char[in.getInt()];
    numbers = new int[in.getInt()];
    in.asCharBuffer().get(letters);
    in.position(in.position() + Character.BYTES * letters.length);
    in.asIntBuffer().get(numbers);
  }

  Map<String, List<Token>> texts() {
    // The first is what stands for no term.
    String[] strings = new String[next()];
    for (int i = 1; i < strings.length; i++) {
      int length = next();
      strings[i] = new String(letters, letter, length);
      letter += length;
    }
    Token[] tokens = new Token[next()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = new Token(strings[next()], strings[next()], strings[next()], strings[next()]);
    }
    int size = next();
    Map<String, List<Token>> texts = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      String text = strings[next()];
      Token[] words = new Token[next()];
      Arrays.setAll(words, word -> tokens[next()]);
      texts.put(text, List.of(words));
    }
    return texts;
  }

  private int next() {
    return numbers[number++];
  }
}
