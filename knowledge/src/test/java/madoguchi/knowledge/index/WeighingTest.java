package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.index.EntryIndex.Scored;
import madoguchi.knowledge.text.Synonyms;
import org.junit.jupiter.api.Test;

/** The best are the same whether the dear signals are asked for all entries or for few. */
class WeighingTest {

  private static final int ENTRIES = 200;

  /** A signal that gives what it is told to and counts how often it is asked. */
  private record Told(double[] values, double most, int[] asked) implements Signal {

    @Override
    public String key() {
      return "told";
    }

    @Override
    public String japanese() {
      return "言われたとおり";
    }

    @Override
    public double most() {
      return most;
    }

    @Override
    public IntToDoubleFunction ask(Asked question) {
      return entry -> {
        asked[0]++;
        return values[entry];
      };
    }
  }

  private static Told told(Random random, double most) {
    double[] values = random.doubles(ENTRIES, 0, Math.min(most, 20)).toArray();
    return new Told(values, most, new int[1]);
  }

  private static List<Scored> plainly(List<Told> signals, double[] weights) {
    return IntStream.range(0, ENTRIES)
        .mapToObj(
            entry -> {
              double[] values = signals.stream().mapToDouble(s -> s.values[entry]).toArray();
              double score = 0;
              for (int i = 0; i < values.length; i++) {
                score += weights[i] * values[i];
              }
              return new Scored(entry, score, values);
            })
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
  }

  @SuppressWarnings("NullAway") // no signal here looks at the question
  private static Weighing weighing(List<Told> signals, double[] weights) {
    return new Weighing(List.copyOf(signals), weights, null);
  }

  private static void assertSame(List<Scored> some, List<Scored> all, int first) {
    for (int i = 0; i < first; i++) {
      assertThat(some.get(i).entry()).isEqualTo(all.get(i).entry());
      assertThat(some.get(i).score()).isEqualTo(all.get(i).score());
      assertThat(some.get(i).values()).isEqualTo(all.get(i).values());
    }
  }

  @Test
  void ranksTheBestAsIfAllWereAsked() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      double endless = Double.POSITIVE_INFINITY;
      List<Told> signals =
          List.of(
              told(random, endless),
              told(random, 1),
              told(random, endless),
              told(random, 2),
              told(random, 1));
      // A town may have learned that a signal speaks against an entry.
      double[] weights = random.doubles(signals.size(), -0.5, 3).toArray();
      int first = 1 + random.nextInt(ENTRIES);
      List<Scored> all = plainly(signals, weights);
      List<Scored> some = weighing(signals, weights).rank(IntStream.range(0, ENTRIES), first, 2);

      assertThat(some).hasSize(ENTRIES);
      assertThat(some).isSortedAccordingTo(Comparator.comparingDouble(Scored::score).reversed());
      assertSame(some, all, first);
    }
  }

  @Test
  void ranksTheBestWithoutASignalToo() {
    Random random = new Random(2);
    for (int round = 0; round < 300; round++) {
      List<Told> signals =
          List.of(
              told(random, Double.POSITIVE_INFINITY),
              told(random, 1),
              told(random, Double.POSITIVE_INFINITY));
      double[] weights = {1, 3, 2};
      double[] without = {1, 3, 0};
      List<Scored> ranked =
          weighing(signals, weights).rank(IntStream.range(0, ENTRIES), 20, 2).stream()
              .map(one -> new Scored(one.entry(), one.score() - 2 * one.values()[2], one.values()))
              .sorted(Comparator.comparingDouble(Scored::score).reversed())
              .toList();
      List<Scored> all = plainly(signals, without);
      for (int i = 0; i < 20; i++) {
        assertThat(ranked.get(i).entry()).isEqualTo(all.get(i).entry());
        assertThat(ranked.get(i).values()).isEqualTo(all.get(i).values());
      }
    }
  }

  @Test
  void keepsTheOrderOfEqualOnes() {
    Told same = new Told(new double[ENTRIES], 1, new int[1]);
    Arrays.fill(same.values, 0.5);
    assertThat(weighing(List.of(same), new double[] {1}).rank(IntStream.range(0, 50), 5, 0))
        .extracting(Scored::entry)
        .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
  }

  @Test
  void asksADearSignalForFewEntries() {
    Random random = new Random(3);
    Told cheap = told(random, Double.POSITIVE_INFINITY);
    Told dear = told(random, 1);
    Told none = new Told(new double[ENTRIES], Double.POSITIVE_INFINITY, new int[1]);
    weighing(List.of(cheap, dear, none), new double[] {1, 1, 1})
        .rank(IntStream.range(0, ENTRIES), 10, 2);
    assertThat(cheap.asked[0]).isEqualTo(ENTRIES);
    assertThat(dear.asked[0]).isBetween(10, 40);
  }

  @Test
  void givesResidentsTheSameHits() {
    List<FaqEntry> town = JudgedTown.bare();
    EntryIndex index =
        new EntryIndex(
            new Ingredients(town, Synonyms.municipal(), JudgedTown.vectors(town), List.of()),
            Weights.ofSignals());
    for (String question : JudgedQuestions.all()) {
      List<Hit> hits = index.search(question, ConfidenceTraining.DAY, 10);
      ReadQuestion whole = index.readWhole(question);
      List<Scored> all = index.score(whole, ConfidenceTraining.DAY, ENTRIES);
      double[] likely = all.isEmpty() ? new double[0] : index.sureness().of(whole, all);
      for (int i = 0; i < hits.size(); i++) {
        assertThat(hits.get(i).entry()).as(question).isEqualTo(index.entry(all.get(i).entry()));
        assertThat(hits.get(i).score()).as(question).isEqualTo(all.get(i).score());
        // What the first three leave is shared out among all others, to which the last ones add a
        // bit.
        assertThat(hits.get(i).confidence())
            .as("%s, place %s", question, i + 1)
            .isCloseTo(likely[i], within(i < 3 ? 1e-12 : 0.01));
      }
    }
  }
}
