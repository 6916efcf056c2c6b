package madoguchi.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How like the question is to one that a person has resolved by this entry: the greatest likeness,
 * see {@link Remembered}, times the grade; below 0.15 nothing. {@link CarefulMemory} is the same
 * with care; how much of each is good depends on how often a town's questions repeat.
 */
final class MemorySupport implements Signal {

  /** The signal of what residents agree on. */
  static final String VOTES = "votes";

  /** The signal of what people decided. */
  static final String DECISIONS = "memory";

  private static final double LEAST = 0.15;
  private static final double NEARLY_THE_SAME = 0.85;
  private static final int MOST_ENTRIES = 20_000;

  /** From here on an entry is found by its memory, whether or not it has the words itself. */
  private static final double LEAST_TO_FIND = 0.3;

  private static final int MOST_FOUND = 20;

  private final String key;
  private final String japanese;
  private final Vocabulary vocabulary;
  private final Meaning meaning;
  private final Remembered memory = new Remembered();

  /** The town's own questions. */
  private final Remembered own = new Remembered();

  private MemorySupport(String key, String japanese, Vocabulary vocabulary, Meaning meaning) {
    this.key = key;
    this.japanese = japanese;
    this.vocabulary = vocabulary;
    this.meaning = meaning;
  }

  /** What people decided. */
  static MemorySupport ofDecisions(
      List<Resolved> resolved,
      List<AnalysedEntry> entries,
      Map<String, Integer> places,
      QuestionReader reader,
      Vocabulary vocabulary,
      Meaning meaning) {
    MemorySupport decided = new MemorySupport(DECISIONS, "解決済みの質問との近さ", vocabulary, meaning);
    decided.add(
        resolved.stream().filter(one -> one.basis() == Resolved.Basis.DECISION), places, reader);
    if (!decided.memory.isEmpty() && entries.size() <= MOST_ENTRIES) {
      for (int number = 0; number < entries.size(); number++) {
        decided.addOwn(number, entries.get(number));
      }
    }
    return decided;
  }

  /** What residents agree on. */
  static MemorySupport ofVotes(
      List<Resolved> resolved,
      Map<String, Integer> places,
      QuestionReader reader,
      Vocabulary vocabulary,
      Meaning meaning) {
    MemorySupport voted = new MemorySupport(VOTES, "住民の役に立った質問との近さ", vocabulary, meaning);
    voted.add(resolved.stream().filter(one -> one.basis() == Resolved.Basis.VOTES), places, reader);
    return voted;
  }

  private void add(Stream<Resolved> resolved, Map<String, Integer> places, QuestionReader reader) {
    resolved.forEach(
        one -> {
          Integer entry = places.get(one.entryId());
          Question question = entry == null ? new Question(List.of()) : reader.read(one.question());
          if (entry != null && !question.isEmpty()) {
            memory.add(
                new RememberedQuestion(
                    one.question(),
                    entry,
                    one.grade(),
                    TfIdf.of(question, vocabulary),
                    meaning.of(question)));
          }
        });
  }

  private void addOwn(int number, AnalysedEntry entry) {
    List<String> terms = entry.question();
    if (!terms.isEmpty()) {
      own.add(
          new RememberedQuestion(
              entry.entry().question(), number, 1, TfIdf.of(terms, vocabulary), meaning.of(terms)));
    }
  }

  boolean isEmpty() {
    return memory.isEmpty();
  }

  /** What is remembered. */
  List<RememberedQuestion> all() {
    return memory.all();
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
    return values(known(asked), false);
  }

  /** The same with care, see {@link CarefulMemory}. */
  IntToDoubleFunction askWithCare(Asked asked) {
    return values(known(asked), true);
  }

  /** What it gives each entry, as if a text were not remembered. */
  IntToDoubleFunction values(Question question, float[] direction, String but, boolean withCare) {
    TfIdf asked = TfIdf.of(question, vocabulary);
    return values(remembered -> remembered.likeness(asked, direction, but), withCare);
  }

  /** How like they are to a question; worked out once for all that ask. */
  private Function<Remembered, Map<Integer, Double>> known(Asked asked) {
    return remembered ->
        asked
            .likeness()
            .computeIfAbsent(
                remembered,
                one -> one.likeness(TfIdf.of(asked.question(), vocabulary), asked.direction()));
  }

  private IntToDoubleFunction values(
      Function<Remembered, Map<Integer, Double>> known, boolean withCare) {
    if (memory.isEmpty()) {
      return entry -> 0;
    }
    Map<Integer, Double> likeness = known.apply(memory);
    double nearest =
        withCare && !likeness.isEmpty()
            ? known.apply(own).values().stream().mapToDouble(one -> one).max().orElse(0)
            : 0;
    return entry -> {
      double like = likeness.getOrDefault(entry, 0.0);
      if (like < LEAST) {
        return 0;
      }
      double nearer = 2 * Math.max(0, like - nearest / 2) * Math.pow(Math.max(0, 1 - nearest), 2);
      return withCare && like < NEARLY_THE_SAME ? Math.min(like, nearer) : like;
    };
  }

  @Override
  public IntStream also(Asked asked) {
    if (memory.isEmpty()) {
      return IntStream.empty();
    }
    return known(asked).apply(memory).entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_TO_FIND)
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_FOUND)
        .mapToInt(Map.Entry::getKey);
  }
}
