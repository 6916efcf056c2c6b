package madoguchi.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextTest {

  @Test
  void keepsWhatPeopleWrite() {
    String text = "　一字下げ\n\t🏠 髙﨑㈱ ～ \u200b";

    assertThat(CellText.clean(text)).isSameAs(text);
  }

  @Test
  void bringsLineEndsToOneKind() {
    assertThat(CellText.clean("a\r\nb\rc\n\r\n")).isEqualTo("a\nb\nc\n\n");
  }

  @Test
  void dropsControlCharactersAndLoneSurrogates() {
    assertThat(CellText.clean("a\u0000b\u0085c\ud83cd\udfe0e\ufefff\uffffg")).isEqualTo("abcdefg");
  }
}
