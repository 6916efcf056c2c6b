package madoguchi.knowledge.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;

/**
 * What a new version of the pack does to a town's entries. Whatever the town has changed itself is
 * kept; whether an entry is shown (state, dates, audience) is always the town's.
 *
 * @param store what to store: new entries, and those that the town had left as the pack gave them
 * @param conflicts entries that both the town and the pack have changed; the town's stays until
 *     somebody chooses
 * @param withdrawn ids of entries that were shown and now lack a fact; they are among what to
 *     store, waiting for review
 * @param dropped ids of entries that the new version no longer has; they stay as they are
 */
public record PackUpdate(
    List<FaqEntry> store, List<Conflict> conflicts, List<String> withdrawn, List<String> dropped) {

  public PackUpdate {
    store = List.copyOf(store);
    conflicts = List.copyOf(conflicts);
    withdrawn = List.copyOf(withdrawn);
    dropped = List.copyOf(dropped);
  }

  /**
   * Two values of one entry.
   *
   * @param own the town's, which stays
   * @param pack the new version's
   */
  public record Conflict(FaqEntry own, FaqEntry pack) {}

  /** Compares the town's entries with the filled pack; changes nothing by itself. */
  public static PackUpdate of(Collection<FaqEntry> present, FilledPack next) {
    Map<String, FaqEntry> before = new HashMap<>();
    present.forEach(entry -> before.put(entry.id(), entry));
    List<FaqEntry> store = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (FaqEntry pack : next.entries()) {
      FaqEntry own = before.get(pack.id());
      if (own == null) {
        store.add(pack);
      } else if (isUntouched(own) || saysTheSame(own, pack)) {
        FaqEntry merged = shownAs(own, pack);
        if (!merged.equals(own)) {
          store.add(merged);
        }
      } else if (!isSettled(own, pack)) {
        conflicts.add(new Conflict(own, pack));
      }
    }
    List<FaqEntry> withdrawn = withdrawn(before, next);
    store.addAll(withdrawn);
    return new PackUpdate(
        store, conflicts, withdrawn.stream().map(FaqEntry::id).toList(), dropped(present, next));
  }

  /** The town's entry once it has decided a conflict for its own words: not asked again. */
  public static FaqEntry keepingOwn(Conflict conflict) {
    return conflict.own().withProvenance(conflict.pack().provenance());
  }

  private static boolean isUntouched(FaqEntry own) {
    return BasePack.NAME.equals(own.provenance().pack()) && !PackFingerprint.isOwn(own);
  }

  private static boolean saysTheSame(FaqEntry own, FaqEntry pack) {
    return PackFingerprint.of(own).equals(pack.provenance().packFingerprint());
  }

  /** The pack still gives what the town changed from: the town has decided already. */
  private static boolean isSettled(FaqEntry own, FaqEntry pack) {
    String known = own.provenance().packFingerprint();
    return known != null && known.equals(pack.provenance().packFingerprint());
  }

  private static FaqEntry shownAs(FaqEntry own, FaqEntry pack) {
    return new FaqEntry(
        pack.id(),
        pack.question(),
        pack.phrasings(),
        pack.answer(),
        pack.category(),
        pack.department(),
        pack.sourceUrl(),
        own.validFrom(),
        own.validUntil(),
        own.state(),
        own.audience(),
        own.language(),
        pack.provenance());
  }

  private static List<FaqEntry> withdrawn(Map<String, FaqEntry> before, FilledPack next) {
    return next.withheld().stream()
        .map(FilledPack.Withheld::id)
        .filter(before::containsKey)
        .map(before::get)
        .filter(own -> own.state() == FaqState.PUBLISHED && isUntouched(own))
        .map(own -> own.withState(FaqState.REVIEW))
        .toList();
  }

  private static List<String> dropped(Collection<FaqEntry> present, FilledPack next) {
    Set<String> known = next.entries().stream().map(FaqEntry::id).collect(Collectors.toSet());
    next.withheld().forEach(waiting -> known.add(waiting.id()));
    return present.stream()
        .filter(own -> BasePack.NAME.equals(own.provenance().pack()))
        .map(FaqEntry::id)
        .filter(id -> !known.contains(id))
        .sorted()
        .toList();
  }
}
