package madoguchi.staff.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import madoguchi.bot.town.Municipality;

/** Times as the staff read them: by the town's clock, in Japanese. */
public final class JapaneseTime {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu年M月d日（E）H時mm分", Locale.JAPANESE).withZone(Municipality.ZONE);

  private JapaneseTime() {}

  /** Such as 2026年4月1日（水）9時30分. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** How long something takes, coarsely: 3分, 2時間, 5日. */
  public static String length(Duration length) {
    if (length.toHours() < 1) {
      return Math.max(0, length.toMinutes()) + "分";
    }
    return length.toDays() < 2 ? length.toHours() + "時間" : length.toDays() + "日";
  }
}
