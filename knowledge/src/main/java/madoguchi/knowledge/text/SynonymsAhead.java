package madoguchi.knowledge.text;

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
    NumberedFile made = NumberedFile.at(RESOURCE);
    return made == null ? null : read(made);
  }

  private static Synonyms read(NumberedFile in) {
    Alternative[] all = new Alternative[in.next()];
    for (int i = 0; i < all.length; i++) {
      double weight = Double.longBitsToDouble(in.nextLong());
      all[i] = new Alternative(List.of(in.texts()), weight);
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
