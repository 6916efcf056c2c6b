package madoguchi.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026-04-01",
    "2026/4/1, 2026-04-01",
    "2026.4.1, 2026-04-01",
    "２０２６／４／１, 2026-04-01",
    "2026年4月1日, 2026-04-01",
    "2026-04-01 00:00:00, 2026-04-01",
    "2026/4/1 0:00, 2026-04-01",
    "令和8年4月1日, 2026-04-01",
    "令和８年４月１日, 2026-04-01",
    "令和 8 年 4 月 1 日, 2026-04-01",
    "令和元年5月1日, 2019-05-01",
    "令和1年5月1日, 2019-05-01",
    "R8.4.1, 2026-04-01",
    "平成31年4月30日, 2019-04-30",
    "平成元年1月8日, 1989-01-08",
    "昭和64年1月7日, 1989-01-07",
    "2028-02-29, 2028-02-29",
  })
  void readsADayAsTownHallsWriteIt(String written, LocalDate day) {
    assertThat(WrittenDate.parse(written)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2027-02-29",
        "2026-13-01",
        "2026-04",
        "4月1日",
        "令和元年4月30日",
        "平成31年5月1日",
        "令和0年4月1日",
        "0026-04-01",
        "20260401",
        "2026-04-01 09:00",
        "来月",
        "-1",
        "2026--04-01"
      })
  void refusesWhatIsNoDay(String written) {
    assertThat(WrittenDate.parse(written)).isEmpty();
  }
}
