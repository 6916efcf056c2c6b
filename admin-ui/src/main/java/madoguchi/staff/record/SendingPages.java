package madoguchi.staff.record;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.SendingByHand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.town.Municipalities;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What could not be sent, or of which nobody knows whether it arrived; what is wrong with a door;
 * and what could not be handed on to another service.
 */
@Controller
public final class SendingPages {

  private static final int SHOWN = 200;
  private static final List<String> KINDS = List.of("line.push", "line.content", "line.forward");

  private final Outbox outbox;
  private final Errands errands;
  private final SendingByHand byHand;
  private final Collection<Channel> doors;
  private final Municipalities municipalities;
  private final Audit audit;
  private final Frame frame;
  private final Clock clock;

  public SendingPages(
      Outbox outbox,
      Errands errands,
      SendingByHand byHand,
      Collection<Channel> doors,
      Municipalities municipalities,
      Audit audit,
      Frame frame,
      Clock clock) {
    this.outbox = outbox;
    this.errands = errands;
    this.byHand = byHand;
    this.doors = List.copyOf(doors);
    this.municipalities = municipalities;
    this.audit = audit;
    this.frame = frame;
    this.clock = clock;
  }

  @GetMapping("/staff/sendings")
  Rendering list(
      @AuthenticationPrincipal StaffMember member, @RequestParam(defaultValue = "") String done) {
    List<SendingRow> rows =
        outbox.troubled(member.municipality(), SHOWN).stream().map(SendingRow::of).toList();
    List<ErrandRow> failed =
        KINDS.stream()
            .flatMap(kind -> errands.troubled(member.municipality(), kind, SHOWN).stream())
            .map(ErrandRow::of)
            .toList();
    List<String> troubles =
        municipalities.find(member.municipality()).stream()
            .flatMap(town -> doors.stream().flatMap(door -> door.troubles(town).stream()))
            .toList();
    return frame
        .page("staff/sendings", "sendings", member)
        .modelAttribute("rows", rows)
        .modelAttribute("errands", failed)
        .modelAttribute("troubles", troubles)
        .modelAttribute("done", List.of("pushed", "gone").contains(done) ? done : "")
        .build();
  }

  /** Sends an ambiguous one again at a person's word. */
  @PostMapping("/staff/sendings/{id}/push")
  Rendering push(@AuthenticationPrincipal StaffMember member, @PathVariable String id) {
    boolean pushed = byHand.again(member.municipality(), id);
    if (pushed) {
      audit.note(member, "sending.push", id, clock.instant());
    }
    return Rendering.redirectTo("/staff/sendings?done=" + (pushed ? "pushed" : "gone"))
        .status(HttpStatus.SEE_OTHER)
        .build();
  }
}
