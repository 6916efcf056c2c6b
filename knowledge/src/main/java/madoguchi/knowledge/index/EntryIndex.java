package madoguchi.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.text.TextAnalysis;
import org.apache.lucene.search.IndexSearcher;

/**
 * The index: Lucene finds the entries that share words with the question, and each of these is then
 * weighed by all {@link Signal}s.
 */
final class EntryIndex implements KnowledgeIndex {

  private static final int CANDIDATES = 200;

  private final List<AnalysedEntry> entries;
  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;
  private final QuestionReader reader;
  private final Meaning meaning;
  private final List<Signal> signals = new ArrayList<>();
  private final List<String> keys;
  private final double[] weights;
  private final Reliability reliability = Reliability.standard();

  EntryIndex(Ingredients ingredients, Weights weighing) {
    TextAnalysis analysis = new TextAnalysis();
    List<FaqEntry> shown =
        ingredients.entries().stream()
            .filter(e -> e.state() == FaqState.PUBLISHED && e.audience() == Audience.RESIDENT)
            .sorted(Comparator.comparing(FaqEntry::id))
            .toList();
    entries = AnalysedEntry.all(shown, analysis);
    searcher = LuceneStore.of(entries);
    vocabulary = new Vocabulary(entries, OwnName.terms(shown, analysis));
    reader =
        new QuestionReader(
            analysis,
            ingredients.synonyms(),
            vocabulary,
            new WrittenForms(entries, vocabulary, analysis, weighing.of("spelling")));
    meaning = new Meaning(vocabulary, ingredients.vectors(), entries);
    MeaningLikeness likeness = new MeaningLikeness(entries, meaning);
    signals.addAll(FieldMatch.all());
    signals.add(likeness);
    signals.add(new TermCoverage(vocabulary, entries));
    signals.add(new ReverseCoverage(vocabulary, entries));
    signals.add(new NeighbourSupport(entries, likeness));
    signals.add(new AspectMatch(entries));
    signals.add(new KnownWordings(entries, analysis, reader));
    signals.add(new MemorySupport(ingredients.memory(), places(), reader, vocabulary, meaning));
    keys = signals.stream().map(Signal::key).toList();
    weights = signals.stream().mapToDouble(signal -> weighing.of(signal.key())).toArray();
  }

  /** An entry with what each signal gave it. */
  record Scored(int entry, double score, double[] values) {}

  @Override
  public List<Hit> search(String question, LocalDate today, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("illegal limit: " + limit + " is not 1 to 1000");
    }
    Question read = reader.read(question);
    List<Scored> scored = score(question, read, today, Math.max(CANDIDATES, limit));
    if (scored.isEmpty()) {
      return List.of();
    }
    double[] likely =
        reliability.of(
            evidence(read, scored), scored.stream().mapToDouble(Scored::score).toArray());
    double known = scored.getFirst().values[keys.indexOf("known")];
    Reliability.raise(likely, KnownWordings.confidence(known));
    return IntStream.range(0, Math.min(limit, scored.size()))
        .mapToObj(
            i ->
                new Hit(
                    entry(scored.get(i).entry), scored.get(i).score, likely[i], why(scored.get(i))))
        .toList();
  }

  /** What a ranking shows of its own worth; some of its entries may have been taken out. */
  RankingEvidence evidence(Question question, List<Scored> ranked) {
    return RankingEvidence.of(ranked, keys, question, vocabulary);
  }

  @Override
  public int size() {
    return entries.size();
  }

  /** A question as it is searched. */
  Question read(String typed) {
    return reader.read(typed);
  }

  List<Signal> signals() {
    return signals;
  }

  FaqEntry entry(int number) {
    return entries.get(number).entry();
  }

  /** The best candidates, best first; equal ones in the order of their ids. */
  List<Scored> score(String typed, Question question, LocalDate today, int most) {
    if (question.isEmpty() || entries.isEmpty()) {
      return List.of();
    }
    Asked asked =
        new Asked(typed, question, meaning.of(question), FieldScores.of(searcher, question));
    List<IntToDoubleFunction> answers = signals.stream().map(s -> s.ask(asked)).toList();
    return candidates(asked.matches(), today, most)
        .mapToObj(entry -> weigh(entry, answers))
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
  }

  private IntStream candidates(FieldScores matches, LocalDate today, int most) {
    float[] rough = new float[entries.size()];
    PriorityQueue<Integer> best =
        new PriorityQueue<>(
            (a, b) -> rough[a] == rough[b] ? b - a : Float.compare(rough[a], rough[b]));
    for (int entry = 0; entry < rough.length; entry++) {
      rough[entry] =
          (float)
              (0.5 * Math.max(matches.question()[entry], matches.wordings()[entry])
                  + 0.85 * matches.answer()[entry]);
      if (rough[entry] > 0 && entry(entry).isShownOn(today)) {
        best.add(entry);
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    return best.stream().mapToInt(Integer::intValue).sorted();
  }

  private Scored weigh(int entry, List<IntToDoubleFunction> answers) {
    double[] values = new double[weights.length];
    double score = 0;
    for (int i = 0; i < weights.length; i++) {
      values[i] = answers.get(i).applyAsDouble(entry);
      score += weights[i] * values[i];
    }
    return new Scored(entry, score, values);
  }

  private List<Hit.Signal> why(Scored scored) {
    return IntStream.range(0, weights.length)
        .filter(i -> weights[i] * scored.values[i] != 0)
        .mapToObj(
            i ->
                new Hit.Signal(
                    signals.get(i).japanese(), scored.values[i], weights[i] * scored.values[i]))
        .toList();
  }

  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      places.put(entry(i).id(), i);
    }
    return places;
  }
}
