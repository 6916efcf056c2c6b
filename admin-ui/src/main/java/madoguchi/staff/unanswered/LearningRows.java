package madoguchi.staff.unanswered;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.resolved.Vote;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.frame.JapaneseTime;

/** What the page of learning lists. */
final class LearningRows {

  private static final int SHOWN = 50;
  private static final int LOOKED_THROUGH = 500;
  private static final Set<String> OPEN = Set.of(Outcome.UNANSWERED.code(), Outcome.CHOOSE.code());

  private final Journal journal;
  private final ResolvedQuestions resolved;
  private final FaqCatalog catalog;

  LearningRows(Journal journal, ResolvedQuestions resolved, FaqCatalog catalog) {
    this.journal = journal;
    this.resolved = resolved;
    this.catalog = catalog;
  }

  /** A question that nobody has decided about. */
  record Asked(String message, String at, String question, String outcome) {}

  /** What a resident found of an entry. */
  record Voted(
      String conversation, long number, String at, String question, boolean useful, Entry entry) {}

  /** What staff decided. */
  record Decided(String id, String at, String by, String question, Entry entry) {}

  /**
   * An entry as a row names it.
   *
   * @param published whether it is there for residents at present
   */
  record Entry(String id, String title, boolean published) {}

  /** Questions that were not answered surely, newest first. */
  List<Asked> asked(MunicipalityCode town, Instant now) {
    Set<String> decided =
        resolved.decided(town).stream().map(ResolvedQuestion::id).collect(Collectors.toSet());
    return latest(town, now).stream()
        .filter(entry -> !decided.contains(DecisionId.ofMessage(entry.messageId())))
        .limit(SHOWN)
        .map(LearningRows::row)
        .toList();
  }

  /** One of these, also when somebody has decided about it meanwhile. */
  Optional<Asked> asked(MunicipalityCode town, String message, Instant now) {
    return latest(town, now).stream()
        .filter(entry -> entry.messageId().equals(message))
        .findFirst()
        .map(LearningRows::row);
  }

  List<Voted> voted(MunicipalityCode town) {
    return resolved.open(town, SHOWN).stream().map(vote -> row(town, vote)).toList();
  }

  List<Decided> decided(MunicipalityCode town) {
    return resolved.decided(town).stream()
        .limit(SHOWN)
        .map(
            one ->
                new Decided(
                    one.id(),
                    JapaneseTime.minute(one.at()),
                    one.by(),
                    one.question(),
                    entry(town, one.faqId())))
        .toList();
  }

  private List<JournalEntry> latest(MunicipalityCode town, Instant now) {
    return journal.before(town, now.plusSeconds(1), LOOKED_THROUGH).stream()
        .filter(entry -> OPEN.contains(entry.outcome()) && !entry.question().isBlank())
        .toList();
  }

  private static Asked row(JournalEntry entry) {
    return new Asked(
        entry.messageId(), JapaneseTime.minute(entry.at()), entry.question(), entry.outcome());
  }

  private Voted row(MunicipalityCode town, Vote vote) {
    return new Voted(
        vote.conversationId(),
        vote.number(),
        JapaneseTime.minute(vote.at()),
        vote.question(),
        vote.useful(),
        entry(town, vote.faqId()));
  }

  private Entry entry(MunicipalityCode town, String id) {
    Optional<FaqEntry> found = catalog.find(town, id);
    return new Entry(
        id,
        found.map(FaqEntry::question).orElse(id),
        found.filter(e -> e.state() == FaqState.PUBLISHED).isPresent());
  }
}
