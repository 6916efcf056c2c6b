package madoguchi.staff.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cause that sendings and errands leave behind has a sentence for staff. */
class SendingNoteTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | none",
        "500 | status",
        "503 after retry | status",
        "not sent: quota unknown | quota-unknown",
        "not sent ×3: connect | connect",
        "not sent: rate | rate",
        "expired not sent: connect | connect",
        "expired timeout | timeout",
        "expired | expired",
        "stopped 401 | stopped",
        "unreadable | unreadable"
      })
  void isNamed(String note, String code) throws Exception {
    assertThat(SendingNote.of(note).code()).isEqualTo(code);
    assertThat(words()).containsKey("sending.note." + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not sent: 429", "expired not sent: 429"})
  void keepsTheStatus(String note) {
    assertThat(SendingNote.of(note)).isEqualTo(new SendingNote("status", "429"));
  }

  private static Properties words() throws Exception {
    Properties words = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            SendingNoteTest.class.getResourceAsStream("/madoguchi/staff.properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
