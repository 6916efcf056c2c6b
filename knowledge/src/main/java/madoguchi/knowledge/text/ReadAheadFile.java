package madoguchi.knowledge.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of {@link ReadAhead}: every different word once, and the texts as lists of them. */
final class ReadAheadFile {

  private final NumberedFile in;

  ReadAheadFile(NumberedFile file) {
    in = file;
  }

  Map<String, List<Token>> texts() {
    Token[] tokens = new Token[in.next()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = new Token(in.text(), in.text(), in.textOrNone(), in.text());
    }
    int size = in.next();
    Map<String, List<Token>> texts = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      String text = in.text();
      Token[] words = new Token[in.next()];
      Arrays.setAll(words, word -> tokens[in.next()]);
      texts.put(text, List.of(words));
    }
    return texts;
  }
}
