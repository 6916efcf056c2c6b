package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class SealingKeyTest {

  private static final byte[] WORDS = "引っ越しました".getBytes(StandardCharsets.UTF_8);

  private final SealingKey key = SealingKey.random();

  @Test
  void opensWhatItSealed() throws GeneralSecurityException {
    assertThat(key.open(key.seal(WORDS, "place"), "place")).isEqualTo(WORDS);
    assertThat(key.open(key.seal(new byte[0], "place"), "place")).isEmpty();
  }

  @Test
  void sealsTheSameWordsDifferentlyEachTime() {
    assertThat(key.seal(WORDS, "place")).isNotEqualTo(key.seal(WORDS, "place"));
  }

  @Test
  void refusesAnotherPlace() {
    byte[] sealed = key.seal(WORDS, "demo\nc1\nutterance 1");
    assertThatThrownBy(() -> key.open(sealed, "demo\nc1\nutterance 2"))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void refusesAnotherKey() {
    byte[] sealed = key.seal(WORDS, "place");
    assertThatThrownBy(() -> SealingKey.random().open(sealed, "place"))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void refusesWhateverWasAltered() {
    byte[] sealed = key.seal(WORDS, "place");
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> key.open(altered, "place"))
          .isInstanceOf(GeneralSecurityException.class);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> key.open(cut, "place")).isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void unwrapsAKeyThatItWrapped() throws GeneralSecurityException {
    SealingKey inner = SealingKey.random();
    SealingKey again = key.unwrap(key.wrap(inner, "demo"), "demo");
    assertThat(again.open(inner.seal(WORDS, "place"), "place")).isEqualTo(WORDS);
  }

  @Test
  void derivesTheSameBytesForTheSamePurposeOnly() {
    assertThat(key.derive("a")).hasSize(32).isEqualTo(key.derive("a"));
    assertThat(key.derive("a")).isNotEqualTo(key.derive("b"));
    assertThat(key.derive("a")).isNotEqualTo(SealingKey.random().derive("a"));
  }

  @Test
  void refusesAKeyOfAnotherLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SealingKey(new byte[16]));
  }
}
