package madoguchi.bot.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import madoguchi.bot.inquiry.PersonalInfo.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never reach the journal, and what must stay. */
class PersonalInfoTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789018",
        "1234 5678 9018",
        "1234-5678-9018",
        "１２３４５６７８９０１８",
        "１２３４－５６７８－９０１８",
        "1234　5678　9018",
        "1234 - 5678 - 9018",
        "1234  5678  9018"
      })
  void masksMyNumbersHoweverTheyAreWritten(String number) {
    PersonalInfo.Masked masked = PersonalInfo.mask("番号は" + number + "です");
    assertThat(masked.text()).isEqualTo("番号は〔個人番号〕です");
    assertThat(masked.found()).containsExactly(Kind.MY_NUMBER);
  }

  @Test
  void masksTwelveDigitsInOneGoEvenWithAWrongCheckDigit() {
    assertThat(PersonalInfo.mask("123456789012").text()).isEqualTo("〔個人番号〕");
  }

  @ParameterizedTest
  @CsvSource({
    "090-1234-5678",
    "09012345678",
    "０９０－１２３４－５６７８",
    "03-1234-5678",
    "(03)1234-5678",
    "03(1234)5678",
    "0120-279-338",
    "+81 90 1234 5678",
    "0584-11-2233",
    "090 - 1234 - 5678",
    "090　ー　1234　ー　5678"
  })
  void masksTelephoneNumbers(String number) {
    PersonalInfo.Masked masked = PersonalInfo.mask("電話は" + number + "まで");
    assertThat(masked.text()).isEqualTo("電話は〔電話番号〕まで");
    assertThat(masked.found()).containsExactly(Kind.TELEPHONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taro.yamada+x@example.co.jp", "a@b.jp", "taro＠example.com"})
  void masksMailAddresses(String address) {
    PersonalInfo.Masked masked = PersonalInfo.mask(address + "に送って");
    assertThat(masked.text()).isEqualTo("〔メールアドレス〕に送って");
    assertThat(masked.found()).containsExactly(Kind.EMAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111 1111 1111 1111", "4111-1111-1111-1111", "5555555555554444"})
  void masksPaymentCards(String number) {
    assertThat(PersonalInfo.mask(number).found()).containsExactly(Kind.CARD);
  }

  @Test
  void masksOtherLongNumbersTypedInOneGo() {
    assertThat(PersonalInfo.mask("受付番号 1234567890").text()).isEqualTo("受付番号 〔番号〕");
  }

  @Test
  void masksRunsOfDigitsThatAreLongerThanAnyNumber() {
    assertThat(PersonalInfo.mask("09012345678123456789018").text()).isEqualTo("〔番号〕");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21の10時",
        "令和8年4月1日から",
        "1,234,567円",
        "〒123-4567",
        "189",
        "#8008に電話",
        "住民票は300円ですか",
        "12345678番の封筒",
        "2026年4月1日〜2027年3月31日",
        "8:30 - 17:15、土曜は 9:00 - 12:00"
      })
  void leavesOrdinaryNumbersAlone(String text) {
    assertThat(PersonalInfo.mask(text).text()).isEqualTo(text);
  }

  @Test
  void masksSeveralInOneMessage() {
    assertThat(PersonalInfo.mask("090-1111-2222とa@b.jpと123456789018").text())
        .isEqualTo("〔電話番号〕と〔メールアドレス〕と〔個人番号〕");
  }

  @Test
  void knowsTheCheckDigits() {
    assertThat(CheckDigit.isMyNumber("123456789018")).isTrue();
    assertThat(CheckDigit.isMyNumber("123456789012")).isFalse();
    assertThat(CheckDigit.isLuhn("4111111111111111")).isTrue();
    assertThat(CheckDigit.isLuhn("4111111111111112")).isFalse();
  }

  @Test
  void isFastAndCalmOnHostileText() {
    assertThat(PersonalInfo.mask("1-".repeat(50_000)).text()).isNotEmpty();
    assertThat(PersonalInfo.mask("a.".repeat(50_000) + "@").text()).isNotEmpty();
    assertThat(PersonalInfo.mask("1(2(3(4(5(6(7(8(9".concat("0".repeat(30)).repeat(2_000)).text())
        .isNotEmpty();
    assertThat(PersonalInfo.mask("\ud800(((((0").text()).isEqualTo("\ud800(((((0");
    Random random = new Random(1);
    String letters = "0123456789０９-－()（） @.＠aあ\ud83d\ude00\ud800";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(60), 0, letters.length())
          .forEach(at -> text.append(letters.charAt(at)));
      assertThat(PersonalInfo.mask(text.toString()).text())
          .doesNotContainPattern("(?<!\\d)\\d{12}(?!\\d)");
    }
  }
}
