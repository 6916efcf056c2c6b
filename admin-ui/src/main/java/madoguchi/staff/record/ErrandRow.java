package madoguchi.staff.record;

import madoguchi.bot.post.Errand;
import madoguchi.staff.frame.JapaneseTime;

/** An errand that failed or is tried again. */
record ErrandRow(String at, String kind, String state, SendingNote note, int attempts) {

  static ErrandRow of(Errand errand) {
    return new ErrandRow(
        JapaneseTime.minute(errand.createdAt()),
        errand.kind(),
        errand.state().name(),
        SendingNote.of(errand.note()),
        errand.attempts());
  }
}
