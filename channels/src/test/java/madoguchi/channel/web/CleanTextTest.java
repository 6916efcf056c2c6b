package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of a text, and what must stay. */
class CleanTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "転入届はどうする？",
        "一行目\n二行目\tタブ",
        "👨‍👩‍👧 家族",
        "葛󠄀城市",
        "か\u3099",
        "<b>&amp;'; --",
        "𠮷野家"
      })
  void leavesWhatPeopleType(String text) {
    assertThat(CleanText.of(text)).isEqualTo(text);
    assertThat(CleanText.isBlank(text)).isFalse();
  }

  @Test
  void replacesHalvesOfPairsAndDropsWhatNobodyTypes() {
    assertThat(CleanText.of("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
    assertThat(CleanText.of("a\u0000\u0007\u009fb\u202ec\u2066d\udb40\udc41e")).isEqualTo("abcde");
  }

  @Test
  void makesEveryLineEndTheSame() {
    assertThat(CleanText.of("a\r\nb\rc\u2028d")).isEqualTo("a\nb\nc\nd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\u00a0\n\t", "\u200b\u200d\ufeff"})
  void seesThatNothingIsThere(String text) {
    assertThat(CleanText.isBlank(text)).isTrue();
  }

  @Test
  void alwaysGivesTextThatCanBeWrittenAsUtf8AndIsCleanAlready() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(40, 0, 0x10000).forEach(unit -> text.append((char) unit));
      String clean = CleanText.of(text.toString());
      assertThat(clean.codePoints()).noneMatch(p -> p >= 0xD800 && p <= 0xDFFF);
      assertThat(CleanText.of(clean)).isEqualTo(clean);
    }
  }
}
