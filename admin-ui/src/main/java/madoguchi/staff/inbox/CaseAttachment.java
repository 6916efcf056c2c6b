package madoguchi.staff.inbox;

import madoguchi.bot.attachment.Attachment;
import madoguchi.staff.frame.JapaneseTime;
import org.springframework.util.unit.DataSize;

/** Something attached as staff see it. */
record CaseAttachment(String id, String at, String kind, String name, String state, String size) {

  static CaseAttachment of(Attachment attachment) {
    long kilobytes = DataSize.ofBytes(attachment.length()).toKilobytes() + 1;
    return new CaseAttachment(
        attachment.id(),
        JapaneseTime.minute(attachment.sentAt()),
        attachment.kind(),
        attachment.name(),
        attachment.state().name(),
        kilobytes + "KB");
  }
}
