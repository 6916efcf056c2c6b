package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

class ConversationKeyTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");

  private final SealingKey secret = SealingKey.random();
  private final ConversationKey key = new ConversationKey(new Place(DEMO, "c1"), secret);

  @Test
  void opensShortAndLongWords() {
    for (int length : new int[] {0, 1, 100, 8_191, 8_192, 8_193, 100_000}) {
      String words = "x".repeat(length);
      assertThat(key.open("k", key.seal("k", words))).isEqualTo(words);
    }
  }

  @Test
  void keepsAWholeWebhookWithinWhatH2KeepsInAColumn() {
    // The least that deflating can do: letters of base64 at random.
    Random random = new Random(7);
    StringBuilder words = new StringBuilder();
    while (words.length() < 1_048_576) {
      words.append((char) ('0' + random.nextInt(64)));
    }
    byte[] sealed = key.seal("k", words.toString());
    assertThat(sealed.length).isLessThan(1_048_576);
    assertThat(key.open("k", sealed)).isEqualTo(words.toString());
  }

  @Test
  void showsNothingOfTheWords() {
    byte[] sealed = key.seal("k", "引っ越しました".repeat(5_000));
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("引っ越し");
  }

  @Test
  void refusesAnotherConversationColumnOrTown() {
    byte[] sealed = key.seal("utterance 1", "words");
    assertThatIllegalStateException().isThrownBy(() -> key.open("utterance 2", sealed));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new ConversationKey(new Place(DEMO, "c2"), secret).open("utterance 1", sealed));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new ConversationKey(new Place(new MunicipalityCode("other"), "c1"), secret)
                    .open("utterance 1", sealed));
  }

  @Test
  void hasOneFingerprintForTheSameWordsUnderTheSameKeyOnly() {
    assertThat(key.fingerprint("a")).hasSize(32).isEqualTo(key.fingerprint("a"));
    assertThat(key.fingerprint("a")).isNotEqualTo(key.fingerprint("b"));
    ConversationKey another = new ConversationKey(new Place(DEMO, "c1"), SealingKey.random());
    assertThat(key.fingerprint("a")).isNotEqualTo(another.fingerprint("a"));
  }
}
