package madoguchi.knowledge.faq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an FAQ file would do to a town's entries; nothing is stored by planning. Entries that the
 * file does not name are left alone.
 *
 * @param added new entries
 * @param changed entries that would differ
 * @param unchanged entries that the file repeats as they are
 * @param refused rows that cannot be taken over, in the order of the file
 */
public record ImportPlan(
    List<FaqEntry> added, List<Change> changed, List<FaqEntry> unchanged, List<Refusal> refused) {

  public ImportPlan {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    unchanged = List.copyOf(unchanged);
    refused = List.copyOf(refused);
  }

  /** An entry before and after. */
  public record Change(FaqEntry before, FaqEntry after) {}

  /** Compares a file with the entries that a town has at present. */
  public static ImportPlan of(Collection<FaqEntry> present, FaqSheet sheet, Publishing publishing) {
    Map<String, FaqEntry> known = new HashMap<>();
    present.forEach(entry -> known.put(entry.id(), entry));
    List<FaqEntry> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    List<FaqEntry> unchanged = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>(sheet.refused());
    for (FaqRow row : sheet.rows()) {
      FaqEntry before = known.get(row.id());
      Merge merge = new Merge(sheet.columns(), row, before);
      if (merge.hasReversedDates()) {
        refused.add(new Refusal(row.number(), FaqColumn.VALID_UNTIL.title(), "終了日が公開日より前です"));
      } else if (before == null) {
        added.add(merge.entry(publishing.state(row.state())));
      } else {
        FaqEntry after = merge.over(before, publishing);
        if (after.equals(before)) {
          unchanged.add(before);
        } else {
          changed.add(new Change(before, after));
        }
      }
    }
    refused.sort(Comparator.comparingInt(Refusal::row));
    return new ImportPlan(added, changed, unchanged, refused);
  }

  /** What to store; rows that were refused are not among it. */
  public List<FaqEntry> toStore() {
    return Stream.concat(added.stream(), changed.stream().map(Change::after)).toList();
  }

  /** One row laid over the entry that stands: an absent column leaves the field as it is. */
  private record Merge(Set<FaqColumn> columns, FaqRow row, @Nullable FaqEntry before) {

    boolean hasReversedDates() {
      var from = has(FaqColumn.VALID_FROM) || before == null ? row.validFrom() : before.validFrom();
      var until =
          has(FaqColumn.VALID_UNTIL) || before == null ? row.validUntil() : before.validUntil();
      return from != null && until != null && until.isBefore(from);
    }

    /** What the entry would become; the entry itself when the file says nothing new about it. */
    FaqEntry over(FaqEntry present, Publishing publishing) {
      FaqState said = has(FaqColumn.STATE) ? row.state() : present.state();
      FaqState wanted = said == null ? FaqState.PUBLISHED : said;
      return entry(wanted).equals(present) ? present : entry(publishing.state(wanted));
    }

    FaqEntry entry(FaqState state) {
      FaqEntry old = before;
      if (old == null) {
        return new FaqEntry(
            row.id(),
            row.question(),
            row.phrasings(),
            row.answer(),
            row.category(),
            row.department(),
            row.sourceUrl(),
            row.validFrom(),
            row.validUntil(),
            state,
            row.audience(),
            "ja",
            Provenance.OWN);
      }
      return new FaqEntry(
          row.id(),
          row.question(),
          has(FaqColumn.PHRASINGS) ? row.phrasings() : old.phrasings(),
          row.answer(),
          has(FaqColumn.CATEGORY) ? row.category() : old.category(),
          has(FaqColumn.DEPARTMENT) ? row.department() : old.department(),
          has(FaqColumn.SOURCE_URL) ? row.sourceUrl() : old.sourceUrl(),
          has(FaqColumn.VALID_FROM) ? row.validFrom() : old.validFrom(),
          has(FaqColumn.VALID_UNTIL) ? row.validUntil() : old.validUntil(),
          state,
          has(FaqColumn.AUDIENCE) ? row.audience() : old.audience(),
          old.language(),
          old.provenance());
    }

    private boolean has(FaqColumn column) {
      return columns.contains(column);
    }
  }
}
