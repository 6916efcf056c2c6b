package madoguchi.knowledge.index;

import static madoguchi.knowledge.index.Named.NOTHING;
import static madoguchi.knowledge.index.Named.ONE;
import static madoguchi.knowledge.index.Named.SEVERAL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Which entry is plainly meant by a mere name; a value of 1 and more has the name for a wording.
 */
class NamedTest {

  private static Named of(double... values) {
    return Named.of(values, false);
  }

  @Test
  void isNothingWhereNoEntryIsAboutIt() {
    assertThat(of()).isEqualTo(NOTHING);
    assertThat(of(0, 0, 0)).isEqualTo(NOTHING);
  }

  @Test
  void isOneWhenOnlyOneIsAboutIt() {
    assertThat(of(0.5, 0, 0)).isEqualTo(ONE);
    assertThat(of(1.0, 0, 0)).isEqualTo(ONE);
    // 「クマ」 in 「イノシシ、シカ、サル、クマが出たとき」
    assertThat(of(0.23, 0, 0)).isEqualTo(NOTHING);
  }

  @Test
  void isLeftOpenWhenOthersGoBefore() {
    assertThat(of(0, 0.9, 0)).isEqualTo(SEVERAL);
    assertThat(of(0.4, 1.9, 0)).isEqualTo(SEVERAL);
  }

  @Test
  void isOneWhenOneHasItForAWording() {
    assertThat(of(1.49, 0.37, 0.29)).isEqualTo(ONE);
    assertThat(of(1.35, 0.53, 0.25)).isEqualTo(SEVERAL);
  }

  @Test
  void isOneOfABroadWordOnlyWhenItClearlySaysLessElse() {
    assertThat(Named.of(new double[] {1.41, 0.47}, true)).isEqualTo(SEVERAL);
    assertThat(Named.of(new double[] {1.99, 0.56}, true)).isEqualTo(ONE);
    assertThat(Named.of(new double[] {0.7, 0, 0}, true)).isEqualTo(ONE);
  }

  @Test
  void weighsTwoThatHaveItForAWordingByWhatElseTheySay() {
    assertThat(of(1.99, 1.56)).isEqualTo(ONE);
    assertThat(of(1.6, 1.5)).isEqualTo(SEVERAL);
  }

  @Test
  void weighsThoseWithoutAWording() {
    assertThat(of(0.99, 0.4, 0.36)).isEqualTo(ONE);
    assertThat(of(0.77, 0.47)).isEqualTo(SEVERAL);
  }
}
