package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.text.Synonyms.Alternative;
import org.jspecify.annotations.Nullable;

/** The program's own word list as the build has made it ready, so that no start has to. */
public final class SynonymsAhead {

  /** Beside the classes; made by the build, see knowledge/RATIONALE.md. */
  public static final String RESOURCE = "/madoguchi/text/synonyms-ahead.bin";

  private SynonymsAhead() {}

  /** What the build has made; nothing where it has made none. */
  static @Nullable Synonyms municipal() {
    try (InputStream in = SynonymsAhead.class.getResourceAsStream(RESOURCE)) {
      return in == null ? null : read(new NumberedFile(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Synonyms read(NumberedFile in) {
    Alternative[] all = new Alternative[in.next()];
    for (int i = 0; i < all.length; i++) {
      double weight = Double.longBitsToDouble(in.nextLong());
      String[] terms = new String[in.next()];
      for (int term = 0; term < terms.length; term++) {
        terms[term] = in.text();
      }
      all[i] = new Alternative(List.of(terms), weight);
    }
    return new Synonyms(rules(in, all), rules(in, all));
  }

  private static Map<String, List<Alternative>> rules(NumberedFile in, Alternative[] all) {
    int size = in.next();
    Map<String, List<Alternative>> rules = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      String key = in.text();
      Alternative[] alternatives = new Alternative[in.next()];
      for (int one = 0; one < alternatives.length; one++) {
        alternatives[one] = all[in.next()];
      }
      rules.put(key, List.of(alternatives));
    }
    return rules;
  }
}
