package madoguchi.bot.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "転入届", "👨‍👩‍👧‍👦", "a\tb\nc\u0001", "\uFFFD"})
  void leavesWellFormedTextAsItIs(String text) {
    assertThat(StorableText.of(text)).isEqualTo(text);
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(StorableText.of("\uD83D")).isEqualTo("\uFFFD");
    assertThat(StorableText.of("a\uDE00b")).isEqualTo("a\uFFFDb");
    assertThat(StorableText.of("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    assertThat(StorableText.of("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD😀");
  }

  @Test
  void leavesOutNul() {
    assertThat(StorableText.of("\u0000a\u0000\u0000b\u0000")).isEqualTo("ab");
  }

  @Test
  void isAlwaysEncodable() throws CharacterCodingException {
    Random random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      char[] chars = new char[1 + random.nextInt(12)];
      for (int i = 0; i < chars.length; i++) {
        chars[i] =
            (char) (random.nextBoolean() ? 0xD800 + random.nextInt(0x800) : random.nextInt(3));
      }
      String text = StorableText.of(new String(chars));
      StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
      assertThat(text).doesNotContain("\u0000").isEqualTo(StorableText.of(text));
    }
  }
}
