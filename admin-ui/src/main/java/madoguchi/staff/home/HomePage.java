package madoguchi.staff.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.post.Outbox;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.frame.Frame;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** What waits, and how the last day went. */
@Controller
public final class HomePage {

  /** So many turns of the last day are counted at most. */
  private static final int COUNTED = 1_000;

  /** So many troubled sendings are counted at most. */
  private static final int TROUBLED = 200;

  private final Handoffs handoffs;
  private final Journal journal;
  private final Outbox outbox;
  private final FaqCatalog catalog;
  private final Frame frame;
  private final Clock clock;

  public HomePage(
      Handoffs handoffs,
      Journal journal,
      Outbox outbox,
      FaqCatalog catalog,
      Frame frame,
      Clock clock) {
    this.handoffs = handoffs;
    this.journal = journal;
    this.outbox = outbox;
    this.catalog = catalog;
    this.frame = frame;
    this.clock = clock;
  }

  @GetMapping("/staff")
  Rendering show(@AuthenticationPrincipal StaffMember member) {
    MunicipalityCode municipality = member.municipality();
    Instant now = clock.instant();
    List<JournalEntry> lastDay =
        journal.before(municipality, now.plusSeconds(1), COUNTED).stream()
            .filter(entry -> entry.at().isAfter(now.minus(Duration.ofDays(1))))
            .toList();
    Map<String, Long> outcomes =
        lastDay.stream()
            .collect(
                Collectors.groupingBy(JournalEntry::outcome, TreeMap::new, Collectors.counting()));
    return frame
        .page("staff/home", "home", member)
        .modelAttribute("open", handoffs.pending(municipality).size())
        .modelAttribute("troubled", outbox.troubled(municipality, TROUBLED).size())
        .modelAttribute("published", published(municipality))
        .modelAttribute("asked", lastDay.size())
        .modelAttribute("outcomes", outcomes)
        .build();
  }

  private long published(MunicipalityCode municipality) {
    return catalog.snapshot(municipality).entries().stream()
        .filter(entry -> entry.state() == FaqState.PUBLISHED)
        .count();
  }
}
