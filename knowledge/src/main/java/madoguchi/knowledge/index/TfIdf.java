package madoguchi.knowledge.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A question's words, each by how rare it is and how far it is the resident's own, of length 1.
 *
 * @param weights by term
 */
record TfIdf(Map<String, Double> weights) {

  /** Of a question with what may stand for its words. */
  static TfIdf of(Question question, Vocabulary vocabulary) {
    return of(question.expanded(), vocabulary);
  }

  /** Of words alone. */
  static TfIdf of(Collection<String> terms, Vocabulary vocabulary) {
    Map<String, Double> own = new LinkedHashMap<>();
    terms.forEach(term -> own.put(term, 1.0));
    return of(own, vocabulary);
  }

  private static TfIdf of(Map<String, Double> terms, Vocabulary vocabulary) {
    Map<String, Double> weights = new HashMap<>();
    terms.forEach((term, weight) -> weights.put(term, weight * vocabulary.idf(term)));
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((term, weight) -> length == 0 ? 0 : weight / length);
    return new TfIdf(weights);
  }
}
