package madoguchi.staff.unanswered;

import java.time.Clock;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** What staff decide on the pages of learning; each decision is noted in the audit. */
@Controller
public final class LearningDecisions {

  private final LearningRows rows;
  private final Curation curation;
  private final FaqCatalog catalog;
  private final Audit audit;
  private final Clock clock;

  public LearningDecisions(
      Journal journal,
      ResolvedQuestions resolved,
      FaqCatalog catalog,
      Curation curation,
      Audit audit,
      Clock clock) {
    this.rows = new LearningRows(journal, resolved, catalog);
    this.curation = curation;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a form of these pages says. */
  record Form(
      @Nullable String message,
      @Nullable String entry,
      @Nullable String conversation,
      @Nullable Long number,
      @Nullable String verdict,
      @Nullable String id) {}

  @PostMapping("/staff/learning/question")
  Rendering assign(@AuthenticationPrincipal StaffMember member, @ModelAttribute Form form) {
    String entry = needed(form.entry());
    LearningRows.Asked asked = asked(member, needed(form.message()));
    if (catalog.find(member.municipality(), entry).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    boolean decided =
        curation.assign(
            member.municipality(), asked.message(), asked.question(), entry, member.username());
    return done(member, decided, "assigned", DecisionId.ofMessage(asked.message()));
  }

  @PostMapping("/staff/learning/vote")
  Rendering settle(@AuthenticationPrincipal StaffMember member, @ModelAttribute Form form) {
    String conversation = needed(form.conversation());
    long number = form.number() == null ? 0 : form.number();
    boolean accept = "accept".equals(needed(form.verdict()));
    boolean settled =
        accept
            ? curation.accept(member.municipality(), conversation, number, member.username())
            : curation.refuse(member.municipality(), conversation, number);
    return done(
        member, settled, accept ? "accepted" : "refused", DecisionId.ofVote(conversation, number));
  }

  @PostMapping("/staff/learning/forget")
  Rendering forget(@AuthenticationPrincipal StaffMember member, @ModelAttribute Form form) {
    String id = needed(form.id());
    return done(member, curation.forget(member.municipality(), id), "forgotten", id);
  }

  private Rendering done(StaffMember member, boolean mine, String what, String subject) {
    if (mine) {
      audit.note(member, "learning." + what, subject, clock.instant());
    }
    return Rendering.redirectTo("/staff/learning?done=" + (mine ? what : "taken"))
        .status(HttpStatus.SEE_OTHER)
        .build();
  }

  private LearningRows.Asked asked(StaffMember member, String message) {
    return rows.asked(member.municipality(), message, clock.instant())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String needed(@Nullable String field) {
    if (field == null || field.isBlank()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return field;
  }
}
