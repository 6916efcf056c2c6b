package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final Policy STANDARD = new Policy(0.6, 0.25, 3, 10, 60);

  private static Policy of(Map<String, String> settings) {
    return STANDARD.of(
        new Municipality(new MunicipalityCode("demo"), "町", "0", "", List.of(), settings));
  }

  @Test
  void takesTheTownsOwnThresholds() {
    assertThat(of(Map.of("confidence.answer", "0.8", "confidence.choose", " 0.3 ")))
        .isEqualTo(new Policy(0.8, 0.3, 3, 10, 60));
    assertThat(of(Map.of("confidence.answer", "1"))).isEqualTo(new Policy(1, 0.25, 3, 10, 60));
    assertThat(of(Map.of())).isEqualTo(STANDARD);
  }

  @Test
  void neverAsksBackAboutWhatItWouldAnswer() {
    assertThat(of(Map.of("confidence.answer", "0.2"))).isEqualTo(new Policy(0.2, 0.2, 3, 10, 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "NaN", "0,8"})
  void keepsItsOwnWhereTheSettingIsNoShare(String value) {
    assertThat(of(Map.of("confidence.answer", value))).isEqualTo(STANDARD);
  }

  @Test
  void refusesThresholdsThatContradictEachOther() {
    assertThatThrownBy(() -> new Policy(0.3, 0.5, 3, 10, 60))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
