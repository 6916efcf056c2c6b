package madoguchi.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import madoguchi.knowledge.text.NumberedFile;
import madoguchi.knowledge.text.NumberedWriter;

/** What the build has found to be asked in the texts of the pack, so that no start has to. */
public final class AspectsAhead {

  /** Beside the classes; made by the build, see knowledge/RATIONALE.md. */
  public static final String RESOURCE = "/madoguchi/text/aspects-ahead.bin";

  private AspectsAhead() {}

  /** The aspects of each text; empty where the build has read none. */
  static Map<String, Aspects> texts() {
    NumberedFile made = NumberedFile.at(RESOURCE);
    return made == null ? Map.of() : read(made);
  }

  private static Map<String, Aspects> read(NumberedFile in) {
    Aspects[] all = new Aspects[in.next()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Aspects(new LinkedHashSet<>(Arrays.asList(in.texts())));
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
    SortedMap<String, Aspects> found = new TreeMap<>();
    texts.forEach(text -> found.put(text, Aspects.of(text)));
    Map<Aspects, Integer> numbers = new LinkedHashMap<>();
    found.values().forEach(aspects -> numbers.putIfAbsent(aspects, numbers.size()));
    NumberedWriter out = new NumberedWriter();
    out.add(numbers.size());
    for (Aspects one : numbers.keySet()) {
      out.add(one.names());
    }
    out.add(found.size());
    found.forEach(
        (text, aspects) -> {
          out.add(text);
          out.add(numbers.getOrDefault(aspects, -1));
        });
    return out.bytes();
  }
}
