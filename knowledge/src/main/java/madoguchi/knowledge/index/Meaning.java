package madoguchi.knowledge.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.vector.WordVectors;

/**
 * What a whole question means, as one direction: the sum of its words' vectors, each by how rare
 * the word is, without the direction that all questions share (Arora, Liang and Ma 2017), of length
 * 1.
 */
final class Meaning {

  /** What may stand for a word says less than the word. */
  private static final double SUBSTITUTE = 0.5;

  private static final int ROUNDS = 20;

  private final Vocabulary vocabulary;
  private final WordVectors words;
  private final float[] shared;

  Meaning(Vocabulary vocabulary, WordVectors words, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.shared = new float[WordVectors.DIMENSIONS];
    if (!words.isEmpty()) {
      float[][] sums = entries.stream().map(e -> unit(sum(e.question()))).toArray(float[][]::new);
      float[] found = mainDirection(sums);
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
    float[] unit = unit(sum);
    float along = (float) cosine(unit, shared);
    for (int i = 0; i < unit.length; i++) {
      unit[i] -= along * shared[i];
    }
    return unit(unit);
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float part : vector) {
      squares += part * part;
    }
    if (squares > 1e-12) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }

  /** The first principal direction by repeated multiplication. */
  private static float[] mainDirection(float[][] rows) {
    float[] direction = new float[WordVectors.DIMENSIONS];
    java.util.Arrays.fill(direction, 1);
    unit(direction);
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[WordVectors.DIMENSIONS];
      for (float[] row : rows) {
        float along = (float) cosine(row, direction);
        for (int i = 0; i < next.length; i++) {
          next[i] += along * row[i];
        }
      }
      direction = unit(next);
    }
    return direction;
  }
}
