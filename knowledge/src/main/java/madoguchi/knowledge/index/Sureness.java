package madoguchi.knowledge.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import madoguchi.knowledge.index.EntryIndex.Scored;

/**
 * How likely each entry of a ranking is the right one: what {@link Reliability} has learned, and
 * what is known beside it of single words, of an entry's very words and of questions that only name
 * something.
 */
final class Sureness {

  /** With so few that share its word a question may as well be about what no entry is. */
  private static final int FEW = 2;

  /** With so much of the first's match the second's question has the word as well. */
  private static final double ALIKE = 0.8;

  private final List<String> keys;
  private final Weights weighing;
  private final KnownWordings known;
  private final Vocabulary vocabulary;
  private final Twins twins;
  private final Reliability reliability = Reliability.standard();

  /**
   * With what it looks at.
   *
   * @param keys the names of the signals in the order of the entries' values
   */
  Sureness(List<String> keys, Weights weighing, KnownWordings known, Twins twins) {
    this.keys = keys;
    this.weighing = weighing;
    this.known = known;
    this.vocabulary = twins.vocabulary();
    this.twins = twins;
  }

  /**
   * Of a ranking, in its order. Residents' votes may move an entry, but no entry is surer than it
   * would be without them.
   *
   * @param ranked best first, not empty
   */
  double[] of(ReadQuestion whole, List<Scored> ranked) {
    double[] likely = likely(whole, ranked);
    int votes = keys.indexOf(MemorySupport.VOTES);
    if (ranked.stream().allMatch(one -> one.values()[votes] == 0)) {
      return likely;
    }
    List<Scored> plain =
        without(ranked, MemorySupport.VOTES).stream()
            .sorted(
                Comparator.comparingDouble(Scored::score)
                    .reversed()
                    .thenComparingInt(Scored::entry))
            .toList();
    double[] without = likely(whole, plain);
    Map<Integer, Double> most = new HashMap<>();
    for (int i = 0; i < without.length; i++) {
      most.put(plain.get(i).entry(), without[i]);
    }
    return IntStream.range(0, likely.length)
        .mapToDouble(i -> Math.min(likely[i], most.getOrDefault(ranked.get(i).entry(), 0.0)))
        .toArray();
  }

  private double[] likely(ReadQuestion whole, List<Scored> ranked) {
    double[] likely =
        reliability.of(
            evidence(whole.question(), ranked),
            ranked.stream().mapToDouble(Scored::score).toArray());
    double asKnown = value(ranked.getFirst(), "known");
    Reliability.raise(likely, KnownWordings.confidence(asKnown));
    boolean inItsWords = asKnown >= 1;
    if (!inItsWords
        && Phrases.DAY.areIn(whole.typed().text())
        && value(ranked.getFirst(), "aspect") == 0) {
      Reliability.lower(likely, weighing.of("open-word"));
    }
    Named named =
        Named.of(
            ranked.stream().mapToDouble(one -> value(one, "matter")).toArray(),
            whole.question().matter().words().size() == 1);
    if (named == Named.ONE && !inItsWords) {
      Reliability.raise(likely, weighing.of("plain"));
    } else if (whole.isOneWord() && !inItsWords && isOpen(ranked)) {
      Reliability.lower(likely, weighing.of("open-word"));
    }
    if (known.isShared(whole.read())) {
      Reliability.lower(likely, weighing.of("open-word"));
    }
    if ((named == Named.SEVERAL || whole.asksOnlyWhen()) && !inItsWords) {
      leaveOpen(likely, ranked);
    } else if (!inItsWords) {
      int twin = twins.twinOfFirst(whole.question(), ranked.stream().map(Scored::entry).toList());
      if (twin > 0) {
        Reliability.lower(likely, weighing.of("several-most"));
        double least = weighing.of("several-next") * likely[0];
        for (int i = 1; i <= twin; i++) {
          likely[i] = Math.max(likely[i], least);
        }
      }
    }
    return likely;
  }

  /** Lets the first and those behind it that are about the same be asked about. */
  private void leaveOpen(double[] likely, List<Scored> ranked) {
    Reliability.lower(likely, weighing.of("several-most"));
    likely[0] = Math.max(likely[0], weighing.of("several-least"));
    for (int i = 1; i < Math.min(3, likely.length); i++) {
      double least = value(ranked.get(i), "matter") > 0 ? weighing.of("several-next") : 0;
      likely[i] = Math.min(likely[i - 1], Math.max(likely[i], least * likely[0]));
    }
  }

  /** Whether the questions of these entries leave open which of them a single word means. */
  private boolean isOpen(List<Scored> ranked) {
    double first = value(ranked.getFirst(), "question");
    return first == 0 || ranked.size() <= FEW || value(ranked.get(1), "question") > ALIKE * first;
  }

  private double value(Scored one, String key) {
    return one.values()[keys.indexOf(key)];
  }

  /** What a ranking shows of its own worth; what is merely named is judged apart. */
  RankingEvidence evidence(Question question, List<Scored> ranked) {
    List<Scored> first = ranked.subList(0, Math.min(RankingEvidence.COMPARED, ranked.size()));
    return RankingEvidence.of(without(first, "matter"), keys, question, vocabulary);
  }

  /** The same ranking, in its order, with the scores it had without a signal. */
  private List<Scored> without(List<Scored> ranked, String signal) {
    double weight = weighing.of(signal);
    return ranked.stream()
        .map(
            one -> new Scored(one.entry(), one.score() - weight * value(one, signal), one.values()))
        .toList();
  }
}
