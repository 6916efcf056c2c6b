package madoguchi.knowledge.index;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.PatternSet;
import madoguchi.knowledge.text.WordLines;

/**
 * What of a matter is asked about: its cost, its place, its time, what to bring … Recognised by the
 * patterns of {@code aspects.txt}, in what residents type and in the questions of entries.
 *
 * @param names in the order of the file
 */
public record Aspects(Set<String> names) {

  /** A name and its pattern each. */
  private static final List<String[]> ALL =
      WordLines.of("/madoguchi/text/aspects.txt").stream()
          .map(line -> line.split("\t", 2))
          .toList();

  private static final PatternSet PATTERNS =
      new PatternSet(ALL.stream().map(cells -> cells[1]).toList());

  public Aspects {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** The aspects that a text names. */
  public static Aspects of(String text) {
    Set<String> names = new LinkedHashSet<>();
    long found = PATTERNS.foundIn(JapaneseText.normalise(text));
    for (long left = found; left != 0; left &= left - 1) {
      names.add(ALL.get(Long.numberOfTrailingZeros(left))[0]);
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
}
