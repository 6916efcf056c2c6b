package madoguchi.knowledge.text;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Writes what {@link ReadAheadFile} reads; the same texts give the same bytes. */
public final class ReadAheadWriter {

  private final Map<@Nullable String, Integer> strings = new LinkedHashMap<>();
  private final Map<Token, Integer> tokens = new LinkedHashMap<>();
  private final List<Integer> ofTokens = new ArrayList<>();
  private final List<Integer> ofTexts = new ArrayList<>();

  private ReadAheadWriter() {
    strings.put(null, 0);
  }

  /** Takes texts apart and writes down what came out. */
  public static byte[] write(SortedSet<String> texts, TextAnalysis analysis) throws IOException {
    ReadAheadWriter writer = new ReadAheadWriter();
    texts.forEach(text -> writer.add(text, analysis.tokens(text)));
    return writer.bytes(texts.size());
  }

  private void add(String text, List<Token> words) {
    ofTexts.add(number(text));
    ofTexts.add(words.size());
    words.forEach(word -> ofTexts.add(tokens.computeIfAbsent(word, this::next)));
  }

  private int next(Token word) {
    ofTokens.add(number(word.surface()));
    ofTokens.add(number(word.base()));
    ofTokens.add(number(word.term()));
    ofTokens.add(number(word.reading()));
    return tokens.size();
  }

  private int number(@Nullable String string) {
    return strings.computeIfAbsent(string, s -> strings.size());
  }

  private byte[] bytes(int texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<Integer> numbers = new ArrayList<>(List.of(strings.size()));
    StringBuilder letters = new StringBuilder();
    strings.keySet().stream().skip(1).forEach(s -> letters.append(s));
    strings.keySet().stream().skip(1).forEach(s -> numbers.add(s.length()));
    numbers.add(tokens.size());
    numbers.addAll(ofTokens);
    numbers.add(texts);
    numbers.addAll(ofTexts);
    out.writeInt(letters.length());
    out.writeInt(numbers.size());
    out.writeChars(letters.toString());
    for (int number : numbers) {
      out.writeInt(number);
    }
    return bytes.toByteArray();
  }
}
