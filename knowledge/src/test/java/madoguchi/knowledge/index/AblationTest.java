package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import madoguchi.knowledge.index.Ablation.Gain;
import madoguchi.knowledge.index.Ablation.Measured;
import org.junit.jupiter.api.Test;

/** That the search is worth its parts, on the pack without wordings. */
class AblationTest {

  @Test
  void allPartsTogetherGainMuchOverPlainSearch() {
    Ablation ablation = new Ablation(JudgedTown.bare(), JudgedTown.open());
    Measured plain = ablation.plain();
    Measured all = ablation.upTo("aspect");

    assertThat(Gain.of(plain.first(), all.first()).low()).isGreaterThan(0.05);
    assertThat(Gain.of(plain.ndcg10(), all.ndcg10()).low()).isGreaterThan(0.06);
    assertThat(Measured.mean(all.first())).isGreaterThan(0.54);
    assertThat(Measured.mean(all.ndcg10())).isGreaterThan(0.64);
  }

  @Test
  void aGainThatIsTheSameForAllHasNoSpread() {
    double[] before = {0, 0.5, 0.25, 0.25};
    double[] after = Arrays.stream(before).map(x -> x + 0.25).toArray();
    Gain gain = Gain.of(before, after);

    assertThat(gain.mean()).isCloseTo(0.25, within(1e-12));
    assertThat(gain.low()).isCloseTo(0.25, within(1e-12));
    assertThat(gain.high()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aGainThatIsChanceHoldsZero() {
    double[] before = new double[100];
    double[] after = new double[100];
    for (int i = 0; i < 100; i++) {
      before[i] = i % 2;
      after[i] = (i / 2) % 2;
    }
    Gain gain = Gain.of(before, after);

    assertThat(gain.low()).isNegative();
    assertThat(gain.high()).isPositive();
  }
}
