package madoguchi.staff.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sending left behind, as staff read it: the name of a sentence and what is put into it.
 *
 * @param code behind {@code sending.note.} in the staff's words; there may be no sentence for it
 * @param value what is put into the sentence: a status, or the cause itself
 */
record SendingNote(String code, String value) {

  private static final Pattern STATUS = Pattern.compile("(\\d{3})( after retry)?");

  /** How a note begins whose sending certainly did not arrive so far. */
  private static final Pattern NOT_SENT =
      Pattern.compile("^(expired )?(not sent( ×\\d+)?: )?(?=.)");

  static SendingNote of(String note) {
    String cause = NOT_SENT.matcher(note).replaceFirst("");
    Matcher status = STATUS.matcher(cause);
    if (status.matches()) {
      return new SendingNote("status", status.group(1));
    }
    String code =
        cause.isBlank() ? "none" : cause.replaceFirst("^stopped .*", "stopped").replace(' ', '-');
    return new SendingNote(code, cause);
  }
}
