package madoguchi.bot.inquiry;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds personal numbers in what a citizen typed and puts a mark in their place. */
public final class PersonalInfo {

  private static final String DIGIT = "[0-9０-９]";
  private static final String GAP = "[-‐‑‒–—―−－ー・.．　 ]{0,3}";

  // Written in one go: an e-mail address, or nine to nineteen digits, in groups or not, or more
  // digits than any number has, which may be two without a gap.
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<mail>[A-Za-z0-9._%+＋-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63}){1,8})"
              + "|(?<digits>(?<!"
              + DIGIT
              + ")(?:[+＋]81"
              + GAP
              + ")?[(（]?"
              + DIGIT
              + "(?:[)）(（]?"
              + GAP
              + "[)）(（]?"
              + DIGIT
              + "){8,18}(?!"
              + DIGIT
              + "))|"
              + DIGIT
              + "{20,}+");

  private PersonalInfo() {}

  /** What was found. */
  public enum Kind {
    /** 個人番号: 12 digits. */
    MY_NUMBER("〔個人番号〕"),
    TELEPHONE("〔電話番号〕"),
    EMAIL("〔メールアドレス〕"),
    /** Payment card: 13 to 19 digits with Luhn's check digit (ISO/IEC 7812-1). */
    CARD("〔カード番号〕"),
    /** A long number of another kind. */
    NUMBER("〔番号〕");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }
  }

  /**
   * Masked words.
   *
   * @param text with a mark in the place of every number that was found
   * @param found what kinds these were
   */
  public record Masked(String text, Set<Kind> found) {}

  /** The text with every personal number replaced. */
  public static Masked mask(String text) {
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    String masked =
        CANDIDATE
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(replacement(match, found)));
    return new Masked(masked, found);
  }

  private static String replacement(MatchResult match, Set<Kind> found) {
    String raw = match.group();
    Kind kind = match.group("mail") == null ? kindOfNumber(raw) : Kind.EMAIL;
    if (kind == null) {
      return raw;
    }
    found.add(kind);
    return kind.mark;
  }

  private static @Nullable Kind kindOfNumber(String raw) {
    String digits = digits(raw);
    boolean unbroken = digits.length() == raw.length();
    if (raw.matches("[+＋].*") || digits.matches("0\\d{9,10}")) {
      return Kind.TELEPHONE;
    }
    if (digits.length() == 12 && (unbroken || groupsOfFour(raw) || isMyNumber(digits))) {
      return Kind.MY_NUMBER;
    }
    if (digits.length() >= 13 && isLuhn(digits)) {
      return Kind.CARD;
    }
    return unbroken && digits.length() >= 10 ? Kind.NUMBER : null;
  }

  private static String digits(String raw) {
    StringBuilder digits = new StringBuilder();
    raw.chars().filter(Character::isDigit).map(c -> Character.digit(c, 10)).forEach(digits::append);
    return digits.toString();
  }

  private static boolean groupsOfFour(String raw) {
    return raw.matches(DIGIT + "{4}\\D{1,3}" + DIGIT + "{4}\\D{1,3}" + DIGIT + "{4}");
  }

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
