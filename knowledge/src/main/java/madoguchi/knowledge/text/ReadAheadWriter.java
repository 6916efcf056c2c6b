package madoguchi.knowledge.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Writes what {@link ReadAheadFile} reads; the same texts give the same bytes. */
public final class ReadAheadWriter {

  private ReadAheadWriter() {}

  /** Takes texts apart and writes down what came out. */
  public static byte[] write(SortedSet<String> texts, TextAnalysis analysis) throws IOException {
    Map<String, List<Token>> read = new LinkedHashMap<>();
    Map<Token, Integer> tokens = new LinkedHashMap<>();
    for (String text : texts) {
      List<Token> words = analysis.tokens(text);
      read.put(text, words);
      words.forEach(word -> tokens.putIfAbsent(word, tokens.size()));
    }
    NumberedWriter out = new NumberedWriter();
    out.add(tokens.size());
    for (Token token : tokens.keySet()) {
      out.add(token.surface());
      out.add(token.base());
      out.add(token.term());
      out.add(token.reading());
    }
    out.add(read.size());
    read.forEach(
        (text, words) -> {
          out.add(text);
          out.add(words.size());
          words.forEach(word -> out.add(tokens.getOrDefault(word, -1)));
        });
    return out.bytes();
  }
}
