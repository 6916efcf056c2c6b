package madoguchi.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"})
  void leavesNoCellThatExcelWouldRun(String text) {
    assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
  }

  @Test
  void givesEveryTextBack() {
    Random random = new Random(7);
    List<String> signs = List.of("'", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "a", "あ", "", " ");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(5); n >= 0; n--) {
        text.append(signs.get(random.nextInt(signs.size())));
      }
      String original = text.toString();
      assertThat(FormulaGuard.unguard(FormulaGuard.guard(original))).isEqualTo(original);
      assertThat(FormulaGuard.unguard(FormulaGuard.guardTyped(original))).isEqualTo(original);
    }
  }

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(FormulaGuard.guard("・持ち物：本人確認書類")).isEqualTo("・持ち物：本人確認書類");
    assertThat(FormulaGuard.guardTyped("=1+1")).isEqualTo("=1+1");
    assertThat(FormulaGuard.unguard("'90年代")).isEqualTo("'90年代");
  }
}
