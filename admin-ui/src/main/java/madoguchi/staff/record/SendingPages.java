package madoguchi.staff.record;

import java.util.List;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Outbox;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.frame.Frame;
import madoguchi.staff.frame.JapaneseTime;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** What could not be sent, or of which nobody knows whether it arrived. */
@Controller
public final class SendingPages {

  private static final int SHOWN = 200;

  private final Outbox outbox;
  private final Frame frame;

  public SendingPages(Outbox outbox, Frame frame) {
    this.outbox = outbox;
    this.frame = frame;
  }

  /** A line that did not arrive; what it says is not shown. */
  record Row(String at, String channel, String state, String note, int attempts) {}

  @GetMapping("/staff/sendings")
  Rendering list(@AuthenticationPrincipal StaffMember member) {
    List<Row> rows =
        outbox.troubled(member.municipality(), SHOWN).stream().map(SendingPages::row).toList();
    return frame.page("staff/sendings", "sendings", member).modelAttribute("rows", rows).build();
  }

  private static Row row(Dispatch dispatch) {
    return new Row(
        JapaneseTime.minute(dispatch.createdAt()),
        dispatch.channel(),
        dispatch.state().name(),
        dispatch.note(),
        dispatch.attempts());
  }
}
