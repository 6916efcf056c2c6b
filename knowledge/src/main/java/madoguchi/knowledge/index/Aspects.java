package madoguchi.knowledge.index;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.WordLines;

/**
 * What of a matter is asked about: its cost, its place, its time, what to bring … Recognised by the
 * patterns of {@code aspects.txt}, in what residents type and in the questions of entries.
 *
 * @param names in the order of the file
 */
public record Aspects(Set<String> names) {

  private static final List<Aspect> ALL = read();

  private record Aspect(String name, Pattern pattern) {}

  public Aspects {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** The aspects that a text names. */
  public static Aspects of(String text) {
    String normalised = JapaneseText.normalise(text);
    Set<String> names = new LinkedHashSet<>();
    for (Aspect aspect : ALL) {
      if (aspect.pattern.matcher(normalised).find()) {
        names.add(aspect.name);
      }
    }
    return new Aspects(names);
  }

  /** The cosine of two sets of aspects, 0 to 1; 0 when either is empty. */
  double likeness(Aspects other) {
    if (names.isEmpty() || other.names.isEmpty()) {
      return 0;
    }
    int both = 0;
    for (String name : names) {
      both += other.names.contains(name) ? 1 : 0;
    }
    return both / Math.sqrt((double) names.size() * other.names.size());
  }

  private static List<Aspect> read() {
    return WordLines.of("/madoguchi/text/aspects.txt").stream()
        .map(line -> line.split("\t", 2))
        .map(cells -> new Aspect(cells[0], Pattern.compile(cells[1])))
        .toList();
  }
}
