package madoguchi.staff.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as the staff read them. */
class JapaneseTimeTest {

  @Test
  void isTheTownsClock() {
    assertThat(JapaneseTime.minute(Instant.parse("2026-03-31T15:05:59Z")))
        .isEqualTo("2026年4月1日（水）0時05分");
    assertThat(JapaneseTime.minute(Instant.parse("2026-12-31T14:59:00Z")))
        .isEqualTo("2026年12月31日（木）23時59分");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5M, 0分",
    "PT0S, 0分",
    "PT59M59S, 59分",
    "PT1H, 1時間",
    "PT47H59M, 47時間",
    "PT48H, 2日",
    "P400D, 400日"
  })
  void isCoarse(Duration length, String words) {
    assertThat(JapaneseTime.length(length)).isEqualTo(words);
  }
}
