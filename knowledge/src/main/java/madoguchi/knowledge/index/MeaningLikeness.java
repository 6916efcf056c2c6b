package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The cosine between what is asked and what the entry's question, or the nearest of its wordings,
 * means; see {@link Meaning}.
 */
final class MeaningLikeness implements Signal {

  private final float[][][] directions;

  MeaningLikeness(List<AnalysedEntry> entries, Meaning meaning) {
    directions =
        entries.stream()
            .map(entry -> entry.questions().stream().map(meaning::of).toArray(float[][]::new))
            .toArray(float[][][]::new);
  }

  @Override
  public String key() {
    return "meaning";
  }

  @Override
  public String japanese() {
    return "意味の近さ";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    return entry -> {
      double nearest = 0;
      for (float[] direction : directions[entry]) {
        nearest = Math.max(nearest, Meaning.cosine(asked.direction(), direction));
      }
      return nearest;
    };
  }

  /** What the entry's own question means. */
  float[] direction(int entry) {
    return directions[entry][0];
  }
}
