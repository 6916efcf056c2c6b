package madoguchi.staff.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.desk.HandoffDesk;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import madoguchi.staff.frame.JapaneseTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** The open cases, what was said in each, and the button that ends one. */
@Controller
public final class CasePages {

  /** So many lines of a conversation are shown: the latest. */
  private static final int LINES = 200;

  private final Handoffs handoffs;
  private final Conversations conversations;
  private final HandoffDesk desk;
  private final Attachments attachments;
  private final Audit audit;
  private final Frame frame;
  private final Clock clock;

  public CasePages(
      Handoffs handoffs,
      Conversations conversations,
      HandoffDesk desk,
      Attachments attachments,
      Audit audit,
      Frame frame,
      Clock clock) {
    this.handoffs = handoffs;
    this.conversations = conversations;
    this.desk = desk;
    this.attachments = attachments;
    this.audit = audit;
    this.frame = frame;
    this.clock = clock;
  }

  /** A case as a row of the list. */
  record Row(String id, String since, String waited, @Nullable String department, String state) {}

  @GetMapping("/staff/cases")
  Rendering list(@AuthenticationPrincipal StaffMember member) {
    Instant now = clock.instant();
    return frame
        .page("staff/cases", "cases", member)
        .modelAttribute(
            "cases",
            handoffs.pending(member.municipality()).stream().map(open -> row(open, now)).toList())
        .build();
  }

  @GetMapping("/staff/cases/{id}")
  Rendering open(@AuthenticationPrincipal StaffMember member, @PathVariable String id) {
    Handoff handoff =
        handoffs
            .find(member.municipality(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    audit.note(member, "case.open", handoff.id(), clock.instant());
    return frame
        .page("staff/case", "cases", member)
        .modelAttribute("case", row(handoff, clock.instant()))
        .modelAttribute(
            "lines",
            conversations.latest(member.municipality(), handoff.conversationId(), LINES).stream()
                .map(CaseLine::of)
                .toList())
        .modelAttribute(
            "attached",
            attachments.of(member.municipality(), handoff.conversationId()).stream()
                .map(CaseAttachment::of)
                .toList())
        .build();
  }

  @PostMapping("/staff/cases/{id}/close")
  Rendering close(@AuthenticationPrincipal StaffMember member, @PathVariable String id) {
    if (handoffs.find(member.municipality(), id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    if (desk.settle(member.municipality(), id)) {
      audit.note(member, "case.close", id, clock.instant());
    }
    return Rendering.redirectTo("/staff/cases").status(HttpStatus.SEE_OTHER).build();
  }

  private static Row row(Handoff handoff, Instant now) {
    return new Row(
        handoff.id(),
        JapaneseTime.minute(handoff.openedAt()),
        JapaneseTime.length(Duration.between(handoff.openedAt(), now)),
        handoff.department(),
        handoff.state().name());
  }
}
