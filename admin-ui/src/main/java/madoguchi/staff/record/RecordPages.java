package madoguchi.staff.record;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.journal.JournalPlace;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import madoguchi.staff.frame.Frame;
import madoguchi.staff.frame.JapaneseTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** What was asked, how it ended and why, newest first. */
@Controller
public final class RecordPages {

  private static final List<String> OUTCOMES =
      Arrays.stream(Outcome.values()).map(Outcome::code).toList();

  private final Journal journal;
  private final Audit audit;
  private final Frame frame;
  private final Clock clock;

  public RecordPages(Journal journal, Audit audit, Frame frame, Clock clock) {
    this.journal = journal;
    this.audit = audit;
    this.frame = frame;
    this.clock = clock;
  }

  /** A turn as staff read it. */
  record Row(
      String at,
      String channel,
      String question,
      String outcome,
      String reason,
      @Nullable String entry,
      List<Evidence> evidence) {}

  /** A found entry with its figures. */
  record Evidence(String id, String title, String score, String confidence, String why) {}

  @GetMapping("/staff/records")
  Rendering list(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String before) {
    String wanted = OUTCOMES.contains(outcome) ? outcome : "";
    JournalPage page =
        JournalPage.of(
            journal,
            member.municipality(),
            wanted,
            before.isEmpty() ? JournalPlace.before(clock.instant().plusSeconds(1)) : place(before));
    audit.note(member, "records.open", wanted, clock.instant());
    return frame
        .page("staff/records", "records", member)
        .modelAttribute("rows", page.entries().stream().map(RecordPages::row).toList())
        .modelAttribute("outcomes", OUTCOMES)
        .modelAttribute("outcome", wanted)
        .modelAttribute("first", before.isEmpty())
        .modelAttribute("next", page.next() == null ? "" : written(page.next()))
        .build();
  }

  private static String written(JournalPlace place) {
    return place.at() + " " + place.messageId();
  }

  private static JournalPlace place(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return new JournalPlace(Instant.parse(parts[0]), parts.length > 1 ? parts[1] : "");
    } catch (DateTimeException malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  private static Row row(JournalEntry entry) {
    return new Row(
        JapaneseTime.minute(entry.at()),
        entry.channel(),
        entry.question(),
        entry.outcome(),
        entry.reason(),
        entry.faqId(),
        entry.evidence().stream()
            .map(
                hit ->
                    new Evidence(
                        hit.faqId(),
                        hit.title(),
                        figure(hit.score()),
                        figure(hit.confidence()),
                        hit.why()))
            .toList());
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
