package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONEY|300円",
        "MONEY|10,000円",
        "MONEY|50万円",
        "MONEY|無料",
        "MONEY|購入額の2分の1（2,000円まで）",
        "NUMBER|5点",
        "NUMBER|およそ14日",
        "NUMBER|10.2%",
        "PLACE|市役所 本庁舎1階 1番窓口",
        "HOURS|平日 8時30分〜17時15分",
        "HOURS|24時間",
        "TELEPHONE|0000-12-3456",
        "TELEPHONE|03-1234-5678",
        "TELEPHONE|0120-279-338",
        "URL|https://www.city.aobano.example/kurashi/",
        "DATE|7月31日",
        "DATE|2月29日",
        "DATE|毎月第4火曜日",
        "DATE|14日前まで",
        "TEXT|誕生日の前の月に郵送します"
      })
  void takesWhatATownWouldWrite(FactType type, String value) {
    assertThat(type.fault(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONEY|300",
        "MONEY|三百くらい",
        "NUMBER|5",
        "NUMBER|たくさん",
        "HOURS|平日の昼間",
        "HOURS|8時75分から",
        "HOURS|25時まで",
        "TELEPHONE|0000123456",
        "TELEPHONE|12-3456",
        "TELEPHONE|0000-12-3456（代表）",
        "URL|www.city.aobano.example",
        "URL|javascript:alert(1)",
        "URL|https://",
        "DATE|2月30日",
        "DATE|13月1日",
        "DATE|そのうち",
        "TEXT|''",
        "TEXT|' '",
        "TEXT|{city}です",
        "TEXT|' 前に空白'",
        "TEXT|'改行\nあり'"
      })
  void refusesWhatWouldSpoilTheSentence(FactType type, String value) {
    assertThat(type.fault(value)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"PLACE, 100", "TEXT, 300"})
  void boundsItsLength(FactType type, int longest) {
    assertThat(type.fault("あ".repeat(longest))).isEmpty();
    assertThat(type.fault("あ".repeat(longest + 1))).isPresent();
  }
}
