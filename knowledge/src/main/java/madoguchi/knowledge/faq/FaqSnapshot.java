package madoguchi.knowledge.faq;

import java.util.List;

/**
 * All entries of a town as they stood at one revision.
 *
 * @param revision rises by at least one with every stored change; 0 for an empty catalog
 * @param entries in the order of their ids
 */
public record FaqSnapshot(long revision, List<FaqEntry> entries) {

  public FaqSnapshot {
    entries = List.copyOf(entries);
  }
}
