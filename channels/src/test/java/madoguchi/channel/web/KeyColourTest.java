package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyColourTest {

  @Test
  void measuresContrastAsTheGuidelinesDo() {
    assertThat(KeyColour.contrastWithWhite("#000000")).isCloseTo(21, within(0.001));
    assertThat(KeyColour.contrastWithWhite("#ffffff")).isCloseTo(1, within(0.001));
    assertThat(KeyColour.contrastWithWhite("#767676")).isCloseTo(4.54, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#777777", "#ffd43d", "red", "#fff", "#00000", "#00000g", "#000000;}"})
  void refusesWhatIsFaintOrMalformed(String setting) {
    assertThat(KeyColour.of(setting)).isEmpty();
  }

  @Test
  void darkensForHoveringAndPressing() {
    assertThat(KeyColour.of(" #0064C8 ")).contains(new KeyColour("#0064C8", "#0050a0", "#003264"));
  }
}
