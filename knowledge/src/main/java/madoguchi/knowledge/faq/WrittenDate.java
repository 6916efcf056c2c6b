package madoguchi.knowledge.faq;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people in a Japanese town hall write it: 2026-04-01, 2026/4/1, 令和8年4月1日. */
final class WrittenDate {

  private static final Pattern WESTERN =
      Pattern.compile("([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?");
  private static final Pattern JAPANESE =
      Pattern.compile(
          "(令和|平成|昭和|[RHS])(元|[0-9]{1,2})(?:年|[./-])([0-9]{1,2})(?:月|[./-])([0-9]{1,2})日?");

  /** Excel adds it to a day when a cell is turned into text. */
  private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00)?$");

  private static final int FIRST_YEAR = 1926;
  private static final int LAST_YEAR = 2199;

  private WrittenDate() {}

  /** The day, or empty when it is none: also for 2月30日 and 平成40年. */
  static Optional<LocalDate> parse(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .strip()
            .replaceFirst(MIDNIGHT.pattern(), "")
            .replaceAll("\\s", "");
    Matcher western = WESTERN.matcher(plain);
    Matcher japanese = JAPANESE.matcher(plain);
    try {
      if (western.matches()) {
        return sensible(LocalDate.of(number(western, 1), number(western, 2), number(western, 3)));
      }
      if (japanese.matches()) {
        int year = "元".equals(japanese.group(2)) ? 1 : number(japanese, 2);
        return sensible(
            LocalDate.from(
                JapaneseDate.of(
                    era(japanese.group(1)), year, number(japanese, 3), number(japanese, 4))));
      }
      return Optional.empty();
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  /** A typing error in the year would hide an entry for ever. */
  static Optional<LocalDate> sensible(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
        ? Optional.of(day)
        : Optional.empty();
  }

  private static JapaneseEra era(String name) {
    return switch (name) {
      case "令和", "R" -> JapaneseEra.REIWA;
      case "平成", "H" -> JapaneseEra.HEISEI;
      default -> JapaneseEra.SHOWA;
    };
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
