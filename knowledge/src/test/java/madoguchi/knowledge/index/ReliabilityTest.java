package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  private static Reliability.Model always(double probability) {
    return new Reliability.Model(
        Math.log(probability / (1 - probability)), new double[RankingEvidence.NAMES.size()]);
  }

  private static double[] spread(double first, double three, double... scores) {
    return new Reliability(always(first), always(three))
        .of(new RankingEvidence(new double[RankingEvidence.NAMES.size()]), scores);
  }

  @Test
  void givesTheFirstItsOwnAndThreeTogetherTheirs() {
    double[] likely = spread(0.5, 0.8, 10, 9, 9, 8, 7);

    assertThat(likely[0]).isCloseTo(0.5, within(1e-9));
    assertThat(likely[0] + likely[1] + likely[2]).isCloseTo(0.8, within(1e-9));
    assertThat(Arrays.stream(likely).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void neverGivesMoreToALaterEntryThanToOneBefore() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double[] scores =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToDouble(n -> random.nextDouble() * 20)
              .map(score -> -score)
              .sorted()
              .map(score -> -score)
              .toArray();
      double[] likely =
          spread(0.01 + 0.98 * random.nextDouble(), 0.01 + 0.98 * random.nextDouble(), scores);
      assertThat(Arrays.stream(likely).sum()).isLessThan(1 + 1e-9);
      for (int n = 1; n < likely.length; n++) {
        assertThat(likely[n]).isBetween(0.0, likely[n - 1] + 1e-12);
      }
    }
  }

  @Test
  void keepsThreeWithinReachOfTheFirst() {
    assertThat(Arrays.stream(spread(0.1, 0.9, 5, 5, 5)).sum()).isCloseTo(0.3, within(1e-9));
    assertThat(Arrays.stream(spread(0.9, 0.2, 5, 5, 5)).sum()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void raisesTheFirstAtTheCostOfTheOthers() {
    double[] likely = {0.4, 0.3, 0.2};
    Reliability.raise(likely, 0.9);
    assertThat(likely[0]).isBetween(0.9, 0.93);
    assertThat(Arrays.stream(likely).sum()).isLessThan(1);
    assertThat(likely[1] / likely[2]).isCloseTo(1.5, within(1e-9));

    double[] sure = {0.97, 0.02};
    Reliability.raise(sure, 0.9);
    assertThat(sure).containsExactly(0.97, 0.02);
  }

  @Test
  void raisesByNothingWhereNothingIsKnown() {
    double[] likely = {0.4, 0.3};
    Reliability.raise(likely, 0);
    assertThat(likely).containsExactly(0.4, 0.3);
  }

  @Test
  void staysWithinBoundsForScoresFarApart() {
    assertThat(Arrays.stream(spread(0.9, 0.95, 900, 1, 1, 1)).boxed())
        .allMatch(p -> p >= 0 && p <= 1);
    assertThat(spread(0.4, 0.5, 3)).hasSize(1);
  }

  @Test
  void learnsWhatTellsRightFromWrong() {
    Random random = new Random(7);
    boolean[] used = new boolean[RankingEvidence.NAMES.size()];
    used[0] = true;
    List<LogisticFit.Example> examples =
        IntStream.range(0, 2_000)
            .mapToObj(
                i -> {
                  double[] evidence = new double[used.length];
                  evidence[0] = random.nextGaussian();
                  evidence[1] = random.nextGaussian();
                  double odds = 2 * evidence[0] - 0.5;
                  boolean right = random.nextDouble() < 1 / (1 + Math.exp(-odds));
                  return new LogisticFit.Example(evidence, right, 1);
                })
            .toList();

    Reliability.Model model = LogisticFit.fit(examples, used);

    assertThat(model.weights()[0]).isBetween(1.7, 2.3);
    assertThat(model.weights()[1]).isZero();
    assertThat(model.bias()).isBetween(-0.7, -0.3);
  }

  @Test
  void lowersTheFirstInFavourOfThoseBehindIt() {
    double[] likely = {0.9, 0.06, 0.02, 0.01};
    Reliability.lower(likely, 0.5);

    assertThat(likely[0]).isEqualTo(0.5, within(1e-9));
    assertThat(likely[1]).isEqualTo(0.26, within(1e-9));
    assertThat(likely[2]).isEqualTo(0.22, within(1e-9));
    assertThat(likely[3]).isEqualTo(0.01, within(1e-9));
    double[] below = {0.3, 0.1};
    Reliability.lower(below, 0.5);
    assertThat(below).containsExactly(0.3, 0.1);
  }
}
