package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.knowledge.text.NumberedFile;
import madoguchi.knowledge.text.NumberedWriter;

/** What the build has found to be asked in the texts of the pack, so that no start has to. */
public final class AspectsAhead {

  /** Beside the classes; made by the build, see knowledge/RATIONALE.md. */
  public static final String RESOURCE = "/madoguchi/text/aspects-ahead.bin";

  private AspectsAhead() {}

  /** The aspects of each text; empty where the build has read none. */
  static Map<String, Aspects> texts() {
    try (InputStream in = AspectsAhead.class.getResourceAsStream(RESOURCE)) {
      return in == null ? Map.of() : read(new NumberedFile(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Aspects> read(NumberedFile in) {
    Aspects[] all = new Aspects[in.next()];
    for (int i = 0; i < all.length; i++) {
      String[] names = new String[in.next()];
      Arrays.setAll(names, name -> in.text());
      all[i] = new Aspects(new LinkedHashSet<>(Arrays.asList(names)));
    }
    int size = in.next();
    Map<String, Aspects> texts = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      texts.put(in.text(), all[in.next()]);
    }
    return texts;
  }

  /**
   * Writes down what is asked in all texts of an index of these; the same texts, the same bytes.
   */
  public static byte[] write(Ingredients ingredients) throws IOException {
    Set<String> texts = new EntryIndex(ingredients, Weights.ofSignals()).textsWithAspects();
    Map<Aspects, Integer> numbers = new LinkedHashMap<>();
    List<String> sorted = texts.stream().sorted().toList();
    sorted.forEach(text -> numbers.putIfAbsent(Aspects.of(text), numbers.size()));
    NumberedWriter out = new NumberedWriter();
    out.add(numbers.size());
    for (Aspects one : numbers.keySet()) {
      out.add(one.names().size());
      one.names().forEach(out::add);
    }
    out.add(sorted.size());
    for (String text : sorted) {
      out.add(text);
      out.add(numbers.getOrDefault(Aspects.of(text), -1));
    }
    return out.bytes();
  }
}
