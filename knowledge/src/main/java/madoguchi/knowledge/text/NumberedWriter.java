package madoguchi.knowledge.text;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files that the build makes for the start: every different text once, and numbers. The
 * same content gives the same bytes.
 */
public final class NumberedWriter {

  private final Map<@Nullable String, Integer> strings = new LinkedHashMap<>();
  private final List<Integer> numbers = new ArrayList<>();

  /** Of nothing yet. */
  public NumberedWriter() {
    strings.put(null, 0);
  }

  /** Adds a number. */
  public void add(int number) {
    numbers.add(number);
  }

  void addLong(long number) {
    numbers.add((int) (number >>> Integer.SIZE));
    numbers.add((int) number);
  }

  /** Adds a text, or none. */
  public void add(@Nullable String text) {
    numbers.add(strings.computeIfAbsent(text, s -> strings.size()));
  }

  /** Adds a list of texts. */
  public void add(Collection<String> texts) {
    add(texts.size());
    texts.forEach(this::add);
  }

  /** The file of all that was added. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<Integer> all = new ArrayList<>(List.of(strings.size()));
    StringBuilder letters = new StringBuilder();
    strings.keySet().stream().skip(1).forEach(s -> letters.append(s));
    strings.keySet().stream().skip(1).forEach(s -> all.add(s.length()));
    all.addAll(numbers);
    out.writeInt(letters.length());
    out.writeInt(all.size());
    out.writeChars(letters.toString());
    for (int number : all) {
      out.writeInt(number);
    }
    return bytes.toByteArray();
  }
}
