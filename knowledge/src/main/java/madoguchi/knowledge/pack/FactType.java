package madoguchi.knowledge.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.knowledge.faq.WebAddress;

/**
 * What kind of local fact a town has to give. The values are words that stand in the middle of a
 * sentence, so they are checked for form, not turned into numbers.
 */
public enum FactType {
  /** An amount with its unit: 300円, 50万円, 無料. */
  MONEY("金額は「300円」「50万円」「無料」のように単位まで書いてください", FactType::isMoney),
  /** A count with its unit: 5点, 14日前, 10.2%. */
  NUMBER("数は「5点」「14日前」のように、数字と単位を書いてください", has("[0-9][0-9,.]*\\s*[^0-9,.\\s]")),
  /** Where something is. */
  PLACE("場所の名前を100文字までで書いてください", text -> text.length() <= 100),
  /** When something is open: 平日 8時30分〜17時15分. */
  HOURS("時間は「平日 8時30分〜17時15分」のように書いてください", FactType::isHours),
  /** A Japanese telephone number with hyphens: 0000-12-3456. */
  TELEPHONE(
      "電話番号は「0000-12-3456」のように、市外局番からハイフンで区切って書いてください",
      text -> Pattern.matches("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}", text)),
  /** The address of a page, http or https. */
  URL("ホームページのアドレスは「https://」から書いてください", WebAddress::isValid),
  /** A day or a span of days in words: 7月31日, 毎月第4火曜日. */
  DATE("日付は「7月31日」「毎月第4火曜日」のように書いてください", FactType::isDate),
  /** Any words of one line. */
  TEXT("300文字までで書いてください", text -> text.length() <= 300);

  private final String rule;
  private final Predicate<String> form;

  FactType(String rule, Predicate<String> form) {
    this.rule = rule;
    this.form = form;
  }

  /** The type by its name in the pack's files, such as {@code money}. */
  @JsonCreator
  static FactType named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** What is wrong with the value, as a sentence for the town's staff; empty when nothing is. */
  public Optional<String> fault(String value) {
    if (value.isBlank()) {
      return Optional.of("値が空です");
    }
    if (!value.equals(value.strip()) || value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("前後の空白や改行を除いてください");
    }
    if (value.indexOf('{') >= 0 || value.indexOf('}') >= 0) {
      return Optional.of("波かっこ { } は使えません");
    }
    return value.length() <= Form.LONGEST && form.test(value)
        ? Optional.empty()
        : Optional.of(rule);
  }

  /** Patterns are compiled once; an enum's constants come before its own static fields. */
  private static final class Form {
    static final int LONGEST = 1_000;
    static final Pattern AMOUNT = Pattern.compile("[0-9][0-9,.]*[十百千万億]*円");
    static final Pattern TIME = Pattern.compile("([0-9]{1,2})時(?:([0-9]{1,2})分)?");
    static final Pattern MONTH_AND_DAY = Pattern.compile("([0-9]{1,2})月(?:([0-9]{1,2})日)?");
    static final Pattern IN_WORDS = Pattern.compile("[0-9]月|[0-9]日|曜日|月の|月末|末日|納期");
  }

  private static Predicate<String> has(String pattern) {
    return Pattern.compile(pattern).asPredicate();
  }

  private static boolean isMoney(String text) {
    return text.contains("無料") || Form.AMOUNT.matcher(text).find();
  }

  private static boolean isHours(String text) {
    Matcher time = Form.TIME.matcher(text);
    boolean found = false;
    while (time.find()) {
      String minutes = time.group(2);
      if (Integer.parseInt(time.group(1)) > 24
          || (minutes != null && Integer.parseInt(minutes) > 59)) {
        return false;
      }
      found = true;
    }
    return found;
  }

  private static boolean isDate(String text) {
    Matcher day = Form.MONTH_AND_DAY.matcher(text);
    while (day.find()) {
      if (!isInCalendar(day.group(1), day.group(2) == null ? "1" : day.group(2))) {
        return false;
      }
    }
    return Form.IN_WORDS.matcher(text).find();
  }

  private static boolean isInCalendar(String month, String day) {
    int m = Integer.parseInt(month);
    return m >= 1
        && m <= 12
        && Integer.parseInt(day) >= 1
        && Integer.parseInt(day) <= Month.of(m).maxLength();
  }
}
