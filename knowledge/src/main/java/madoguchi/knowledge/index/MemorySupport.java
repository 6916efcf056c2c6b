package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * How like the question is to one that a person has resolved by this entry: the greatest of
 * ½·(cosine of tf-idf, substitutes included) + ½·(cosine of meaning), times the grade; below 0.15
 * nothing.
 */
final class MemorySupport implements Signal {

  /** The signal of what residents agree on. */
  static final String VOTES = "votes";

  private static final double LEAST = 0.15;

  private final String key;
  private final String japanese;
  private final Vocabulary vocabulary;

  /** By the number of the entry that answered. */
  private final Map<Integer, List<Remembered>> memory = new HashMap<>();

  private MemorySupport(
      String key,
      String japanese,
      Stream<Resolved> resolved,
      Map<String, Integer> places,
      QuestionReader reader,
      Vocabulary vocabulary,
      Meaning meaning) {
    this.key = key;
    this.japanese = japanese;
    this.vocabulary = vocabulary;
    resolved.forEach(
        one -> {
          Integer entry = places.get(one.entryId());
          Question question = entry == null ? new Question(List.of()) : reader.read(one.question());
          if (entry != null && !question.isEmpty()) {
            memory
                .computeIfAbsent(entry, number -> new ArrayList<>(1))
                .add(
                    new Remembered(
                        one.grade(), TfIdf.of(question, vocabulary), meaning.of(question)));
          }
        });
  }

  /** What people decided, and what residents agree on. */
  static List<Signal> all(
      List<Resolved> resolved,
      Map<String, Integer> places,
      QuestionReader reader,
      Vocabulary vocabulary,
      Meaning meaning) {
    return List.of(
        new MemorySupport(
            "memory",
            "解決済みの質問との近さ",
            resolved.stream().filter(one -> one.basis() == Resolved.Basis.DECISION),
            places,
            reader,
            vocabulary,
            meaning),
        new MemorySupport(
            VOTES,
            "住民の役に立った質問との近さ",
            resolved.stream().filter(one -> one.basis() == Resolved.Basis.VOTES),
            places,
            reader,
            vocabulary,
            meaning));
  }

  private record Remembered(double grade, TfIdf tfIdf, float[] direction) {}

  @Override
  public String key() {
    return key;
  }

  @Override
  public String japanese() {
    return japanese;
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    if (memory.isEmpty()) {
      return entry -> 0;
    }
    TfIdf tfIdf = TfIdf.of(asked.question(), vocabulary);
    return entry -> {
      double best = 0;
      for (Remembered one : memory.getOrDefault(entry, List.of())) {
        double likeness =
            0.5 * tfIdf.cosine(one.tfIdf)
                + 0.5 * Math.max(0, Meaning.cosine(asked.direction(), one.direction));
        if (likeness >= LEAST) {
          best = Math.max(best, likeness * one.grade);
        }
      }
      return best;
    };
  }
}
