package madoguchi.staff.unanswered;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the search is to learn: staff name the right entry, and accept or refuse what residents say.
 */
@Controller
public final class LearningPages {

  private static final List<String> NOTICES =
      List.of("assigned", "accepted", "refused", "forgotten", "taken");

  private final LearningRows rows;
  private final EntrySearch search;
  private final Audit audit;
  private final Frame frame;
  private final Clock clock;

  public LearningPages(
      Journal journal,
      ResolvedQuestions resolved,
      FaqCatalog catalog,
      EntrySearch search,
      Audit audit,
      Frame frame,
      Clock clock) {
    this.rows = new LearningRows(journal, resolved, catalog);
    this.search = search;
    this.audit = audit;
    this.frame = frame;
    this.clock = clock;
  }

  @GetMapping("/staff/learning")
  Rendering list(
      @AuthenticationPrincipal StaffMember member, @RequestParam(defaultValue = "") String done) {
    audit.note(member, "learning.open", "", clock.instant());
    return frame
        .page("staff/learning", "learning", member)
        .modelAttribute("asked", rows.asked(member.municipality(), clock.instant()))
        .modelAttribute("voted", rows.voted(member.municipality()))
        .modelAttribute("decided", rows.decided(member.municipality()))
        .modelAttribute("done", NOTICES.contains(done) ? done : "")
        .build();
  }

  @GetMapping("/staff/learning/question")
  Rendering question(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam String message,
      @RequestParam(defaultValue = "") String q) {
    LearningRows.Asked asked = asked(member, message);
    LocalDate today = LocalDate.ofInstant(clock.instant(), Municipality.ZONE);
    return frame
        .page("staff/learning-question", "learning", member)
        .modelAttribute("asked", asked)
        .modelAttribute("q", q)
        .modelAttribute(
            "entries",
            q.isBlank()
                ? search.meant(member.municipality(), asked.question(), today)
                : search.find(member.municipality(), q, today))
        .build();
  }

  private LearningRows.Asked asked(StaffMember member, String message) {
    return rows.asked(member.municipality(), message, clock.instant())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
