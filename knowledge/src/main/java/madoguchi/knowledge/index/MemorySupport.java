package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * How like the question is to one that a person has resolved by this entry: the greatest of
 * ½·(cosine of tf-idf, substitutes included) + ½·(cosine of meaning), times the grade; below 0.15
 * nothing.
 */
final class MemorySupport implements Signal {

  private static final double LEAST = 0.15;

  private final Vocabulary vocabulary;
  private final List<Remembered> memory = new ArrayList<>();

  MemorySupport(
      List<Resolved> resolved,
      Map<String, Integer> places,
      QuestionReader reader,
      Vocabulary vocabulary,
      Meaning meaning) {
    this.vocabulary = vocabulary;
    for (Resolved one : resolved) {
      Integer entry = places.get(one.entryId());
      Question question = entry == null ? new Question(List.of()) : reader.read(one.question());
      if (entry != null && !question.isEmpty()) {
        memory.add(new Remembered(entry, one.grade(), tfIdf(question), meaning.of(question)));
      }
    }
  }

  private record Remembered(
      int entry, double grade, Map<String, Double> tfIdf, float[] direction) {}

  @Override
  public String key() {
    return "memory";
  }

  @Override
  public String japanese() {
    return "解決済みの質問との近さ";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    Map<Integer, Double> best = new HashMap<>();
    if (!memory.isEmpty()) {
      Map<String, Double> tfIdf = tfIdf(asked.question());
      for (Remembered one : memory) {
        double likeness =
            0.5 * cosine(tfIdf, one.tfIdf)
                + 0.5 * Math.max(0, Meaning.cosine(asked.direction(), one.direction));
        if (likeness >= LEAST) {
          best.merge(one.entry, likeness * one.grade, Math::max);
        }
      }
    }
    return entry -> best.getOrDefault(entry, 0.0);
  }

  private Map<String, Double> tfIdf(Question question) {
    Map<String, Double> weights = new HashMap<>();
    question.expanded().forEach((term, weight) -> weights.put(term, weight * vocabulary.idf(term)));
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((term, weight) -> weight / length);
    return weights;
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    Map<String, Double> fewer = a.size() <= b.size() ? a : b;
    Map<String, Double> more = a.size() <= b.size() ? b : a;
    double sum = 0;
    for (Map.Entry<String, Double> one : fewer.entrySet()) {
      sum += one.getValue() * more.getOrDefault(one.getKey(), 0.0);
    }
    return sum;
  }
}
