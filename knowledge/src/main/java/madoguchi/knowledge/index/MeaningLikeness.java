package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The cosine between what is asked and what the entry's question, or the nearest of its wordings,
 * means; see {@link Meaning}.
 */
final class MeaningLikeness implements Signal {

  private final Meaning meaning;
  private final int[][][] words;
  private final float[][] scales;

  MeaningLikeness(List<AnalysedEntry> entries, Meaning meaning) {
    this.meaning = meaning;
    words =
        entries.stream()
            .map(entry -> entry.questions().stream().map(meaning::words).toArray(int[][]::new))
            .toArray(int[][][]::new);
    scales = Arrays.stream(words).map(meaning::scales).toArray(float[][]::new);
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
  public double most() {
    return 1;
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    WordLikeness likeness = meaning.likenessTo(asked.direction());
    return entry -> {
      double nearest = 0;
      for (int i = 0; i < words[entry].length; i++) {
        nearest = Math.max(nearest, likeness.sum(words[entry][i]) * scales[entry][i]);
      }
      return nearest;
    };
  }
}
