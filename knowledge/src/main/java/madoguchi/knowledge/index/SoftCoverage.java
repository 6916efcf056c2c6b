package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * The share of the question for which the entry has a word of nearly the same meaning: Σ idf ·
 * greatest cosine over Σ idf of the question's words, each beside the nearest word of the entry's
 * question or of its answer's first sentences (the greatest likeness of each word, as in Khattab
 * and Zaharia 2020, by the vectors that the town's own entries teach).
 */
final class SoftCoverage implements Signal {

  private static final int FIRST_SENTENCES = 5;

  private final Vocabulary vocabulary;
  private final Meaning meaning;
  private final int[][] words;

  SoftCoverage(Vocabulary vocabulary, Meaning meaning, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.meaning = meaning;
    this.words = entries.stream().map(this::words).toArray(int[][]::new);
  }

  private int[] words(AnalysedEntry entry) {
    Stream<List<String>> begin = entry.sentences().stream().limit(FIRST_SENTENCES);
    return vocabulary.numbers(
        Stream.concat(entry.questions().stream(), begin).flatMap(List::stream).toList());
  }

  @Override
  public String key() {
    return "soft";
  }

  @Override
  public String japanese() {
    return "質問の言葉ごとの意味の近さ";
  }

  @Override
  public double most() {
    return 1;
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    List<String> own =
        asked.question().own().stream().filter(term -> !vocabulary.isFragment(term)).toList();
    double all = own.stream().mapToDouble(vocabulary::idf).sum();
    int[] wanted = vocabulary.numbers(own);
    WordNearness nearness = meaning.nearnessTo(wanted);
    float[] nearest = new float[wanted.length];
    return entry -> {
      Arrays.fill(nearest, 0);
      for (int word : words[entry]) {
        float[] near = nearness.of(word);
        for (int i = 0; i < nearest.length; i++) {
          nearest[i] = Math.max(nearest[i], near[i]);
        }
      }
      double found = 0;
      for (int i = 0; i < nearest.length; i++) {
        found += vocabulary.idf(wanted[i]) * nearest[i];
      }
      return all == 0 ? 0 : found / all;
    };
  }
}
