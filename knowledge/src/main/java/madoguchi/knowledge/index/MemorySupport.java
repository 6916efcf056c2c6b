package madoguchi.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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

  /** From here on an entry is found by its memory, whether or not it has the words itself. */
  private static final double LEAST_TO_FIND = 0.3;

  private static final int MOST_FOUND = 20;

  private final String key;
  private final String japanese;
  private final Vocabulary vocabulary;

  private final Remembered memory = new Remembered();

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
            memory.add(
                new Remembered.One(
                    entry, one.grade(), TfIdf.of(question, vocabulary), meaning.of(question)));
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
    Map<Integer, Double> likeness = likeness(asked);
    return entry -> {
      double like = likeness.getOrDefault(entry, 0.0);
      return like >= LEAST ? like : 0;
    };
  }

  @Override
  public IntStream also(Asked asked) {
    return likeness(asked).entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_TO_FIND)
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_FOUND)
        .mapToInt(Map.Entry::getKey);
  }

  private Map<Integer, Double> likeness(Asked asked) {
    return memory.isEmpty()
        ? Map.of()
        : memory.likeness(TfIdf.of(asked.question(), vocabulary), asked.direction());
  }
}
