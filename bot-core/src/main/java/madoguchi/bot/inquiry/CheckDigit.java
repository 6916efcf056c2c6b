package madoguchi.bot.inquiry;

/**
 * Whether a number's last digit is what its others make it: few numbers that mean another thing.
 */
final class CheckDigit {

  private CheckDigit() {}

  /**
   * The check digit of an individual number, from 行政手続における特定の個人を識別するための番号の利用等に関する法律施行規則: the
   * weighted sum of the first eleven digits modulo 11.
   */
  static boolean isMyNumber(String digits) {
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      int digit = digits.charAt(11 - n) - '0';
      sum += digit * (n <= 6 ? n + 1 : n - 5);
    }
    int rest = sum % 11;
    return digits.charAt(11) - '0' == (rest <= 1 ? 0 : 11 - rest);
  }

  /** Luhn's check, as payment cards carry it. */
  static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int value = i % 2 == 0 ? digit : digit * 2;
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }
}
