package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was asked is told from what was drawn up by the entries. */
class RepeatsTest {

  @Test
  void whatResidentsAskIsNotDrawnUp() {
    Random random = new Random(1);
    for (int times = 0; times < 20; times++) {
      // Some entries are asked for ten times as often as others.
      List<Integer> asked =
          IntStream.range(0, 800)
              .mapToObj(i -> random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(400))
              .toList();
      assertThat(Repeats.areDrawnUp(asked, 400)).isFalse();
      assertThat(
              Repeats.areDrawnUp(
                  IntStream.range(0, 800).mapToObj(i -> random.nextInt(400)).toList(), 400))
          .isFalse();
    }
  }

  @Test
  void threeForEachEntryAre() {
    List<Integer> three = IntStream.range(0, 1_500).mapToObj(i -> i % 500).toList();

    assertThat(Repeats.areDrawnUp(three, 500)).isTrue();
  }

  @Test
  void fewQuestionsMayNotRepeatByChance() {
    List<Integer> one = IntStream.range(0, 150).boxed().toList();

    assertThat(Repeats.areDrawnUp(one, 900)).isFalse();
    assertThat(Repeats.areDrawnUp(List.of(), 0)).isFalse();
  }

  @Test
  void aListWithHardlyTwoForAnEntryIsNot() {
    // 500 questions for 440 of 557 entries: the most that such a list is asked again is seldom.
    List<Integer> seldom = IntStream.range(0, 500).mapToObj(i -> i % 440).toList();
    List<Integer> two = IntStream.range(0, 1_100).mapToObj(i -> i % 550).toList();

    assertThat(Repeats.areDrawnUp(seldom, 557)).isFalse();
    assertThat(Repeats.areDrawnUp(two, 557)).isTrue();
  }
}
