package madoguchi.staff.record;

import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.staff.frame.JapaneseTime;

/**
 * A line that did not arrive; what it says is not shown.
 *
 * @param mayBePushed whether a person may have it sent once more
 */
record SendingRow(
    String id,
    String at,
    String channel,
    String state,
    SendingNote note,
    int attempts,
    boolean mayBePushed) {

  static SendingRow of(Dispatch dispatch) {
    return new SendingRow(
        dispatch.id(),
        JapaneseTime.minute(dispatch.createdAt()),
        dispatch.channel(),
        dispatch.state().name(),
        SendingNote.of(dispatch.note()),
        dispatch.attempts(),
        dispatch.state() == SendState.AMBIGUOUS && !dispatch.payload().isEmpty());
  }
}
