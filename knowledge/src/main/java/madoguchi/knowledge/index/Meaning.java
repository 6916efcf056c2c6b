package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import madoguchi.knowledge.vector.WordVectors;

/**
 * What a whole question means, as one direction: the sum of its words' vectors, each by how rare
 * the word is, without the direction that all questions share (Arora, Liang and Ma 2017), of length
 * 1.
 */
final class Meaning {

  /** What may stand for a word says less than the word. */
  private static final double SUBSTITUTE = 0.5;

  private final Vocabulary vocabulary;
  private final WordVectors words;

  /** The number of each term of the vocabulary among the vectors; negative without one. */
  private final int[] ids;

  private final float[] shared;

  Meaning(Vocabulary vocabulary, WordVectors words, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.shared = new float[WordVectors.DIMENSIONS];
    this.ids = Arrays.stream(vocabulary.texts()).mapToInt(words::number).toArray();
    if (!words.isEmpty()) {
      float[][] sums =
          entries.stream().map(e -> MainDirection.unit(sum(e.question()))).toArray(float[][]::new);
      float[] found = MainDirection.of(sums);
      System.arraycopy(found, 0, shared, 0, found.length);
    }
  }

  /** The direction of a text of an entry; zero when no word has one. */
  float[] of(Collection<String> terms) {
    return finished(sum(terms));
  }

  /** The direction of what a resident asked. */
  float[] of(Question question) {
    Map<String, Double> weights = new HashMap<>();
    float[] sum = sum(question.own());
    for (Question.Group group : question.groups()) {
      for (Question.Substitute substitute : group.substitutes()) {
        double weight = SUBSTITUTE * substitute.weight() / substitute.terms().size();
        substitute.terms().forEach(term -> weights.merge(term, weight, Math::max));
      }
    }
    weights.forEach((term, weight) -> words.addTo(sum, term, weight * vocabulary.idf(term)));
    return finished(sum);
  }

  /** The words of a text of an entry that have a direction, by number, repeated ones too. */
  int[] words(List<String> terms) {
    return terms.stream()
        .mapToInt(vocabulary::number)
        .filter(number -> number != Vocabulary.UNKNOWN && ids[number] >= 0)
        .toArray();
  }

  /**
   * What a text's {@link WordLikeness#sum} is to be multiplied by to be a cosine: one over the
   * length that is left of the words' sum without the shared direction.
   */
  float scale(int[] words) {
    float[] sum = new float[WordVectors.DIMENSIONS];
    for (int word : words) {
      this.words.addTo(sum, ids[word], vocabulary.idf(word));
    }
    double length = cosine(sum, sum);
    double along = cosine(sum, shared);
    double left = length - along * along;
    return length > 1e-12 && left > 1e-12 * length ? (float) (1 / Math.sqrt(left)) : 0;
  }

  /** The same for several texts. */
  float[] scales(int[][] texts) {
    float[] scales = new float[texts.length];
    for (int i = 0; i < texts.length; i++) {
      scales[i] = scale(texts[i]);
    }
    return scales;
  }

  /** How the words lie to a direction of this class. */
  WordLikeness likenessTo(float[] direction) {
    return new WordLikeness(this, direction, ids.length);
  }

  /** idf · (the word's vector · a direction that is laid apart). */
  float along(int word, float[] apart) {
    return (float) (vocabulary.idf(word) * words.along(ids[word], apart));
  }

  /** How near words of the vocabulary are to others; all 0 without vectors. */
  WordNearness nearnessTo(int[] wanted) {
    return new WordNearness(
        words.cosines(IntStream.of(wanted).map(word -> ids[word]).toArray()), wanted, ids);
  }

  /** The cosine of two directions of this class. */
  static double cosine(float[] a, float[] b) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int i = 0; i < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    return sum0 + sum1 + sum2 + sum3;
  }

  private float[] sum(Collection<String> terms) {
    float[] sum = new float[WordVectors.DIMENSIONS];
    for (String term : terms) {
      words.addTo(sum, term, vocabulary.idf(term));
    }
    return sum;
  }

  private float[] finished(float[] sum) {
    float[] unit = MainDirection.unit(sum);
    float along = (float) cosine(unit, shared);
    for (int i = 0; i < unit.length; i++) {
      unit[i] -= along * shared[i];
    }
    return MainDirection.unit(unit);
  }
}
