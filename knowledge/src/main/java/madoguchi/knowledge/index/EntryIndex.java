package madoguchi.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.text.TextAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * The index: Lucene finds the entries that share words with the question, and each of these is then
 * weighed by all {@link Signal}s.
 */
final class EntryIndex implements KnowledgeIndex {

  private static final int CANDIDATES = 200;

  /** So many of the best are weighed by every signal: what is made of a ranking looks at these. */
  private static final int FIRST = 20;

  /** With more entries than this it is not worth the memory to know what was read. */
  private static final int MOST_REMEMBERED = 20_000;

  private final List<AnalysedEntry> entries;
  private final Vocabulary vocabulary;
  private final FieldScores.Fields fields;
  private final Candidates candidates;
  private final QuestionReader reader;
  private final Meaning meaning;
  private final List<Signal> signals = new ArrayList<>();

  /** Those for which nobody outside is asked. */
  private final List<Signal> inside;

  private final List<String> keys;
  private final double[] weights;
  private final MemorySupport memory;
  private final Weights weighing;
  private final @Nullable ReadTexts texts;
  private final Sureness sureness;

  EntryIndex(Ingredients ingredients, Weights weighing) {
    this(ingredients, weighing, null);
  }

  private EntryIndex(Ingredients ingredients, Weights weighing, @Nullable EntryIndex before) {
    this.weighing = weighing;
    TextAnalysis analysis = new TextAnalysis();
    List<FaqEntry> shown =
        ingredients.entries().stream()
            .filter(e -> e.state() == FaqState.PUBLISHED && e.audience() == Audience.RESIDENT)
            .sorted(Comparator.comparing(FaqEntry::id))
            .toList();
    ReadTexts read = new ReadTexts(analysis, before == null ? null : before.texts);
    entries = AnalysedEntry.all(shown, read);
    vocabulary = new Vocabulary(entries, OwnName.terms(ingredients.town(), shown, analysis));
    CompletableFuture<StoredEntries> storing = StoredEntries.begin(entries, vocabulary);
    reader =
        new QuestionReader(
            analysis,
            ingredients.synonyms(),
            vocabulary,
            new WrittenForms(entries, vocabulary, read, weighing.of("spelling")));
    meaning = new Meaning(vocabulary, ingredients.vectors(), entries);
    signals.addAll(FieldMatch.all());
    signals.add(new MeaningLikeness(entries, meaning));
    signals.add(new TermCoverage(vocabulary));
    signals.add(new ReverseCoverage(vocabulary, entries));
    signals.add(new SoftCoverage(vocabulary, meaning, entries));
    signals.add(new NeighbourSupport(entries, meaning));
    signals.add(new AspectMatch(entries, read));
    KnownWordings known = new KnownWordings(entries, analysis, vocabulary, reader, read);
    signals.add(known);
    signals.add(new MatterMatch(entries, vocabulary, reader, read));
    Map<String, Integer> places = AnalysedEntry.places(entries);
    MemorySupport decided =
        MemorySupport.ofDecisions(
            ingredients.memory(), entries, places, reader, vocabulary, meaning);
    signals.add(decided);
    signals.add(new CarefulMemory(decided));
    memory = decided;
    signals.add(MemorySupport.ofVotes(ingredients.memory(), places, reader, vocabulary, meaning));
    inside = List.copyOf(signals);
    signals.add(new EmbeddingLikeness(ingredients.embeddings(), entries));
    keys = signals.stream().map(Signal::key).toList();
    Weights here = weighing.with(ingredients.weights().values());
    weights = keys.stream().mapToDouble(here::of).toArray();
    sureness = new Sureness(keys, here, known, new Twins(entries, vocabulary));
    read.finish();
    reader.finish();
    StoredEntries stored = storing.join();
    fields = stored.fields();
    candidates = new Candidates(stored.searcher(), fields, vocabulary);
    texts = shown.size() <= MOST_REMEMBERED ? read : null;
  }

  /** An entry with what each signal gave it. */
  record Scored(int entry, double score, double[] values) {}

  @Override
  public List<Hit> search(String question, LocalDate today, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("illegal limit: " + limit + " is not 1 to 1000");
    }
    ReadQuestion whole = reader.readWhole(question);
    List<String> missed = new ArrayList<>(1);
    List<Scored> scored =
        score(
            whole,
            signals,
            entry -> entry(entry).isShownOn(today),
            Math.max(CANDIDATES, limit),
            Math.max(FIRST, limit),
            missed::add);
    if (scored.isEmpty()) {
      return List.of();
    }
    double[] likely = sureness.of(whole, scored);
    return IntStream.range(0, Math.min(limit, scored.size()))
        .mapToObj(
            i ->
                new Hit(
                    entry(scored.get(i).entry),
                    scored.get(i).score,
                    likely[i],
                    why(scored.get(i), missed)))
        .toList();
  }

  @Override
  public KnowledgeIndex renewed(Ingredients ingredients) {
    return new EntryIndex(ingredients, weighing, this);
  }

  @Override
  public LearnedWeights learn() {
    Shipped shipped = Shipped.of(keys, weighing);
    return Lesson.of(new Rehearsal(this, memory, shipped), shipped, entries.size());
  }

  @Override
  public int size() {
    return entries.size();
  }

  /** The texts that were taken apart for it, as far as it remembers. */
  Set<String> textsRead() {
    return texts == null ? Set.of() : texts.all().collect(Collectors.toSet());
  }

  /** The texts of which it was asked what they ask about, as far as it remembers. */
  Set<String> textsWithAspects() {
    return texts == null ? Set.of() : texts.withAspects();
  }

  /** Whether people have resolved questions by its entries. */
  boolean remembers() {
    return signals.stream().anyMatch(s -> s instanceof MemorySupport memory && !memory.isEmpty());
  }

  /** A question as it is searched. */
  Question read(String typed) {
    return reader.read(typed);
  }

  /** The same with its text. */
  ReadQuestion readWhole(String typed) {
    return reader.readWhole(typed);
  }

  /** How sure a ranking is; some of its entries may have been taken out. */
  Sureness sureness() {
    return sureness;
  }

  List<Signal> signals() {
    return signals;
  }

  FaqEntry entry(int number) {
    return entries.get(number).entry();
  }

  /** The best candidates, best first; equal ones in the order of their ids. */
  List<Scored> score(ReadQuestion whole, LocalDate today, int most) {
    return score(whole, signals, entry -> entry(entry).isShownOn(today), most, most, missed -> {});
  }

  /** The same on whichever day, asking nobody outside. */
  List<Scored> scoreOnAnyDay(ReadQuestion whole) {
    return score(whole, inside, entry -> true, CANDIDATES, CANDIDATES, missed -> {});
  }

  /** What a question means. */
  float[] direction(Question question) {
    return meaning.of(question);
  }

  private List<Scored> score(
      ReadQuestion whole,
      List<Signal> signals,
      IntPredicate isShown,
      int most,
      int first,
      Consumer<String> missed) {
    Question question = whole.question();
    if (question.isEmpty() || entries.isEmpty()) {
      return List.of();
    }
    QuestionPlan plan = new QuestionPlan(question, vocabulary);
    FieldScores matches = new FieldScores(fields, plan);
    Asked asked = new Asked(whole, plan, meaning.of(question), matches, missed);
    Weighing weighing = new Weighing(signals, weights, asked);
    int[] also = signals.stream().flatMapToInt(s -> s.also(asked)).filter(isShown).toArray();
    IntStream found = IntStream.of(candidates.of(plan, matches, isShown, most));
    return weighing.rank(
        also.length == 0 ? found : IntStream.concat(found, IntStream.of(also)).distinct().sorted(),
        first,
        keys.indexOf(MemorySupport.VOTES));
  }

  /** What each signal gave, and what could not be had. */
  private List<Hit.Signal> why(Scored scored, List<String> missed) {
    return Stream.concat(
            IntStream.range(0, weights.length)
                .filter(i -> weights[i] * scored.values[i] != 0)
                .mapToObj(
                    i ->
                        new Hit.Signal(
                            signals.get(i).japanese(),
                            scored.values[i],
                            weights[i] * scored.values[i])),
            missed.stream().map(name -> new Hit.Signal(name, 0, 0)))
        .toList();
  }
}
