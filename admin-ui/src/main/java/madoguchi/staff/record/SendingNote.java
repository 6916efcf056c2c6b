package madoguchi.staff.record;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sending left behind, as staff read it: the name of a sentence and what is put into it.
 *
 * @param code behind {@code sending.note.} in the staff's words
 * @param value a status, or the note itself where no sentence is known
 */
record SendingNote(String code, String value) {

  private static final Pattern STATUS = Pattern.compile("(\\d{3})( after retry)?");

  /** How a note begins whose sending certainly did not arrive so far. */
  private static final Pattern NOT_SENT = Pattern.compile("^not sent ×\\d+: ");

  private static final Set<String> KNOWN =
      Set.of(
          "none",
          "no-such-channel",
          "no-usable-token-or-base-URL",
          "expired",
          "timeout",
          "interrupted",
          "connect",
          "host",
          "failure",
          "push-off",
          "left",
          "quota",
          "quota-unknown",
          "rate",
          "stopped",
          "too-large",
          "empty",
          "private-address",
          "address-must-be-https");

  static SendingNote of(String note) {
    String cause = NOT_SENT.matcher(note).replaceFirst("");
    Matcher status = STATUS.matcher(cause);
    if (status.matches()) {
      return new SendingNote("status", status.group(1));
    }
    String code = cause.isBlank() ? "none" : cause.replace(' ', '-');
    return KNOWN.contains(code) ? new SendingNote(code, "") : new SendingNote("other", cause);
  }
}
