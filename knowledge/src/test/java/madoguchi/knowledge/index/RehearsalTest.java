package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;

/** Remembered questions asked once more, each as if it were not remembered. */
class RehearsalTest {

  private static List<ListwiseExample> rehearsed(Resolved... memory) {
    EntryIndex index =
        new EntryIndex(
            new Ingredients(
                JudgedTown.bare(), Synonyms.municipal(), WordVectors.NONE, List.of(memory)),
            Weights.ofSignals());
    return rehearsal(index).examples();
  }

  private static Rehearsal rehearsal(EntryIndex index) {
    MemorySupport decided =
        index.signals().stream()
            .filter(signal -> signal.key().equals("memory"))
            .map(MemorySupport.class::cast)
            .findFirst()
            .orElseThrow();
    return new Rehearsal(index, decided, Shipped.of(keys(index), Weights.ofSignals()));
  }

  private static List<String> keys(EntryIndex index) {
    return index.signals().stream().map(Signal::key).toList();
  }

  private static final int MEMORY =
      keys(new EntryIndex(
              new Ingredients(JudgedTown.bare(), Synonyms.municipal(), WordVectors.NONE, List.of()),
              Weights.ofSignals()))
          .indexOf("memory");

  private static double rightOnes(ListwiseExample one, int place) {
    return IntStream.range(0, one.wanted().length)
        .filter(i -> one.wanted()[i] > 0)
        .mapToDouble(i -> one.values()[i][place])
        .max()
        .orElseThrow();
  }

  @Test
  void aQuestionDoesNotRememberItself() {
    List<ListwiseExample> alone = rehearsed(new Resolved("犬の登録をしたい", "pet-toroku", 1));
    List<ListwiseExample> two =
        rehearsed(
            new Resolved("犬の登録をしたい", "pet-toroku", 1), new Resolved("犬を登録したいです", "pet-toroku", 1));

    assertThat(alone).hasSize(1);
    assertThat(rightOnes(alone.getFirst(), MEMORY)).isZero();
    assertThat(two).hasSize(2).allMatch(one -> rightOnes(one, MEMORY) > 0.3);
  }

  @Test
  void wantsWhatAnswersWhollyThreeTimesAsMuchAsWhatAnswersByHalf() {
    ListwiseExample one =
        rehearsed(
                new Resolved("犬の登録をしたい", "pet-toroku", 1),
                new Resolved("犬の登録をしたい", "pet-henko", 0.5))
            .getFirst();
    double[] wanted = Arrays.stream(one.wanted()).filter(w -> w > 0).sorted().toArray();

    assertThat(wanted).containsExactly(new double[] {0.25, 0.75}, within(1e-9));
  }

  @Test
  void anEntryThatOnlyTheQuestionItselfFindsIsNoCandidate() {
    List<ListwiseExample> lost = rehearsed(new Resolved("ぽちが天国に行った", "zei-nothing", 1));
    List<ListwiseExample> found = rehearsed(new Resolved("ぽちが天国に行った", "shokuin-saiyo", 1));

    assertThat(lost).isEmpty();
    assertThat(found).allMatch(one -> rightOnes(one, 0) + rightOnes(one, 2) > 0);
  }

  @Test
  void looksAtNoMoreThanSixtyEntriesBesideTheRightOnes() {
    ListwiseExample one = rehearsed(new Resolved("市役所の窓口で証明書の手続きをしたい", "pet-toroku", 1)).getFirst();

    assertThat(one.wanted().length).isBetween(2, 61);
    assertThat(one.values()).hasNumberOfRows(one.wanted().length);
  }
}
