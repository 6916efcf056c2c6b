package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import madoguchi.bot.town.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a town may set, and what it may not. */
class TownSettingTest {

  @ParameterizedTest
  @EnumSource(TownSetting.class)
  void isFoundByItsNameExplainedAndMayBeEmptied(TownSetting setting) {
    assertThat(TownSetting.named(setting.key())).contains(setting);
    assertThat(setting.rule()).isNotBlank();
    assertThat(setting.accepts(" ")).isTrue();
  }

  @Test
  void isNotFoundByAnotherName() {
    assertThat(TownSetting.named("web.color")).isEmpty();
  }

  @Test
  void takesOriginsAndNothingElseForSites() {
    assertThat(
            TownSetting.ALLOWED_ORIGINS.accepts(
                "https://www.city.example.jp, http://localhost:8080,"))
        .isTrue();
    for (String other :
        List.of(
            "https://www.city.example.jp/", "*", "www.city.example.jp", "javascript:1", "null")) {
      assertThat(TownSetting.ALLOWED_ORIGINS.accepts(other)).as(other).isFalse();
    }
  }

  @Test
  void takesColoursUnderWhichWhiteIsLegible() {
    assertThat(TownSetting.COLOUR.accepts("#006633")).isTrue();
    assertThat(TownSetting.COLOUR.accepts("#ffff00")).isFalse();
    assertThat(TownSetting.COLOUR.accepts("green")).isFalse();
  }

  @Test
  void takesAFewShortQuestions() {
    assertThat(TownSetting.FIRST_QUESTIONS.accepts("ごみの日は？\n住民票|転入届")).isTrue();
    assertThat(TownSetting.FIRST_QUESTIONS.accepts("a|".repeat(8))).isTrue();
    assertThat(TownSetting.FIRST_QUESTIONS.accepts("a|".repeat(9))).isFalse();
    assertThat(TownSetting.FIRST_QUESTIONS.accepts("あ".repeat(101))).isFalse();
    assertThat(TownSetting.list(" ごみ |\r\n\n住民票|")).containsExactly("ごみ", "住民票");
  }

  @Test
  void takesAHeadingOfOneLine() {
    assertThat(TownSetting.GREETING.accepts("𠮷".repeat(80))).isTrue();
    assertThat(TownSetting.GREETING.accepts("あ".repeat(81))).isFalse();
    assertThat(TownSetting.GREETING.accepts("一行目\n二行目")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "ON", "true", "0"})
  void takesOnAndOffOnly(String other) {
    assertThat(TownSetting.COMPLETIONS.accepts("on")).isTrue();
    assertThat(TownSetting.COMPLETIONS.accepts("off")).isTrue();
    assertThat(TownSetting.COMPLETIONS.accepts(other)).isFalse();
  }

  @Test
  void takesSmallPicturesThatHoldNoScript() {
    assertThat(TownSetting.ICON.accepts(Pictures.base64(Pictures.png(64, 64)))).isTrue();
    assertThat(TownSetting.ICON.accepts(Pictures.base64(Pictures.png(512, 1)))).isTrue();
    assertThat(TownSetting.ICON.accepts(Pictures.base64(Pictures.png(513, 64)))).isFalse();
    assertThat(TownSetting.ICON.accepts(Pictures.base64(Pictures.png(0, 64)))).isFalse();
    assertThat(TownSetting.ICON.accepts(Pictures.base64("<svg/>".getBytes()))).isFalse();
    assertThat(TownSetting.ICON.accepts("これは絵ではありません")).isFalse();
    byte[] heavy = Arrays.copyOf(Pictures.png(64, 64), 48 * 1024 + 1);
    assertThat(TownSetting.ICON.accepts(Pictures.base64(heavy))).isFalse();
    byte[] cut = Arrays.copyOf(Pictures.png(64, 64), 20);
    assertThat(TownSetting.ICON.accepts(Pictures.base64(cut))).isFalse();
  }

  @Test
  void givesAnotherPictureAnotherAddress() {
    Municipality before = town(Pictures.base64(Pictures.png(64, 64)));
    Municipality after = town(Pictures.base64(Pictures.png(32, 32)));
    String address = TownIcon.of(before).orElseThrow().address(before);
    assertThat(address).startsWith("/icon/demo?v=");
    assertThat(TownIcon.of(after).orElseThrow().address(after)).isNotEqualTo(address);
    assertThat(TownIcon.of(town("broken"))).isEmpty();
  }

  private static Municipality town(String icon) {
    return new Municipality(
        WebHouse.DEMO, "あおば野市", "0000-12-3000", "平日", List.of(), Map.of("web.icon", icon));
  }

  /** Pictures as their first bytes say. */
  static final class Pictures {

    private Pictures() {}

    static byte[] png(int width, int height) {
      return java.nio.ByteBuffer.allocate(40)
          .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
          .putInt(13)
          .put(new byte[] {'I', 'H', 'D', 'R'})
          .putInt(width)
          .putInt(height)
          .array();
    }

    static String base64(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
