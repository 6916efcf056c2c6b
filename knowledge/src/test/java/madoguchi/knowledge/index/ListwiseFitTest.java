package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights learned from rankings that were made by known ones. */
class ListwiseFitTest {

  private static final boolean[] ALL = {true, true, true};

  /** Questions whose right entry is the best by these weights, most of the time. */
  private static List<ListwiseExample> questions(int count, double... truth) {
    Random random = new Random(20261127);
    List<ListwiseExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[][] values = new double[12][truth.length];
      for (double[] entry : values) {
        Arrays.setAll(entry, place -> random.nextDouble());
      }
      double[] likely =
          ListwiseExample.softmax(new ListwiseExample(values, new double[12]).scores(truth));
      double draw = random.nextDouble();
      int right = 0;
      while (right < likely.length - 1 && draw >= likely[right]) {
        draw -= likely[right++];
      }
      double[] wanted = new double[12];
      wanted[right] = 1;
      examples.add(new ListwiseExample(values, wanted));
    }
    return examples;
  }

  private static double[] fit(List<ListwiseExample> examples, double[] shipped, boolean[] learned) {
    return new ListwiseFit(new ListwiseLoss(examples, 1), shipped, learned).weights();
  }

  @Test
  void findsTheWeightsThatManyQuestionsBearOut() {
    double[] found = fit(questions(8_000, 6, 2, 0), new double[] {2, 2, 2}, ALL);

    assertThat(found[0]).isCloseTo(6, within(0.6));
    assertThat(found[1]).isCloseTo(2, within(0.4));
    assertThat(found[2]).isCloseTo(0, within(0.4));
  }

  @Test
  void staysNearTheShippedOnesWithFewQuestions() {
    double[] found = fit(questions(10, 6, 2, 0), new double[] {2, 2, 2}, ALL);

    assertThat(found).containsExactly(new double[] {2, 2, 2}, within(0.6));
  }

  @Test
  void leavesAloneWhatIsNotToBeLearnedAndGoesNoLowerThanZero() {
    boolean[] last = {false, true, true};
    double[] found = fit(questions(2_000, 6, 3, -4), new double[] {5, 1, 1}, last);

    assertThat(found[0]).isEqualTo(5);
    assertThat(found[1]).isGreaterThan(2);
    assertThat(found[2]).isZero();
  }

  @Test
  void aSignalThatSaysTheSameOfAllKeepsItsWeight() {
    List<ListwiseExample> flat =
        questions(500, 6, 2, 0).stream()
            .map(
                one -> {
                  double[][] values =
                      Arrays.stream(one.values())
                          .map(v -> new double[] {v[0], v[1], 0.3})
                          .toArray(double[][]::new);
                  return new ListwiseExample(values, one.wanted());
                })
            .toList();

    assertThat(fit(flat, new double[] {2, 2, 2}, ALL)[2]).isEqualTo(2);
  }

  @Test
  void ranksLessBadlyThanBeforeAndTheSameEachTime() {
    List<ListwiseExample> seen = questions(400, 5, 1, 3);
    double[] shipped = {1, 4, 1};
    double[] found = fit(seen, shipped, ALL);
    ListwiseLoss unseen = new ListwiseLoss(questions(800, 5, 1, 3).subList(400, 800), 1);

    assertThat(unseen.of(found)).isLessThan(unseen.of(shipped));
    assertThat(fit(seen, shipped, ALL)).containsExactly(found);
  }

  @Test
  void theSlopeIsWhatTheLossDoesNextToAPoint() {
    ListwiseLoss loss = new ListwiseLoss(questions(50, 3, 1, 2), 0.7);
    double[] at = {1.5, 0.5, 1};
    double[] slope = new double[3];
    double here = loss.add(at, slope);
    for (int i = 0; i < at.length; i++) {
      double[] beside = at.clone();
      beside[i] += 1e-5;
      assertThat((loss.of(beside) - here) / 1e-5).isCloseTo(slope[i], within(1e-3));
    }
  }

  @Test
  void theHeatIsThatOfTheWeightsThatMadeTheRankings() {
    ListwiseLoss half = ListwiseLoss.of(questions(3_000, 3, 1, 2), new double[] {6, 2, 4});

    assertThat(half.heat()).isEqualTo(0.5);
  }

  @Test
  void theSpreadIsTheRootOfTheVarianceWithinAQuestion() {
    ListwiseExample one = new ListwiseExample(new double[][] {{1, 7}, {3, 7}}, new double[] {1, 0});
    ListwiseExample other =
        new ListwiseExample(new double[][] {{100, 5}, {102, 5}}, new double[] {1, 0});

    assertThat(Spread.of(List.of(one, other), 0)).isCloseTo(1, within(1e-9));
    assertThat(Spread.of(List.of(one, other), 1)).isZero();
  }
}
