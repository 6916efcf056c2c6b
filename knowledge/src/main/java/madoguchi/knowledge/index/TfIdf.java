package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.Map;

/**
 * A question's words, each by how rare it is and how far it is the resident's own, of length 1.
 *
 * @param weights by term
 */
record TfIdf(Map<String, Double> weights) {

  static TfIdf of(Question question, Vocabulary vocabulary) {
    Map<String, Double> weights = new HashMap<>();
    question.expanded().forEach((term, weight) -> weights.put(term, weight * vocabulary.idf(term)));
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((term, weight) -> weight / length);
    return new TfIdf(weights);
  }

  double cosine(TfIdf other) {
    Map<String, Double> fewer = weights.size() <= other.weights.size() ? weights : other.weights;
    Map<String, Double> more = weights.size() <= other.weights.size() ? other.weights : weights;
    double sum = 0;
    for (Map.Entry<String, Double> one : fewer.entrySet()) {
      sum += one.getValue() * more.getOrDefault(one.getKey(), 0.0);
    }
    return sum;
  }
}
