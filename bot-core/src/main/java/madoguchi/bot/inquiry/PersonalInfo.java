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
    if (digits.length() == 12 && (unbroken || groupsOfFour(raw) || CheckDigit.isMyNumber(digits))) {
      return Kind.MY_NUMBER;
    }
    if (digits.length() >= 13 && CheckDigit.isLuhn(digits)) {
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
}
