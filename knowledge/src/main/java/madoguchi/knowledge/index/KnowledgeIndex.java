package madoguchi.knowledge.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;

/** A town's entries in searchable form: built once, never changed, safe for many threads. */
public interface KnowledgeIndex {

  /**
   * An index over the entries that residents may see on some day; the others are left out.
   *
   * @param entries in any order; the order of answers does not depend on it
   */
  static KnowledgeIndex of(Collection<FaqEntry> entries) {
    return of(Ingredients.of(entries));
  }

  /** An index of all that it can be made of. */
  static KnowledgeIndex of(Ingredients ingredients) {
    return new EntryIndex(ingredients, Weights.ofSignals());
  }

  /**
   * The best entries for a question, best first.
   *
   * @param question as typed; any text, also empty
   * @param today only entries shown on this day are found
   * @param limit 1 to 1,000
   */
  List<Hit> search(String question, LocalDate today, int limit);

  /**
   * An index of other ingredients, the same as one built from nothing; what both have in common is
   * not read again.
   */
  default KnowledgeIndex renewed(Ingredients ingredients) {
    return of(ingredients);
  }

  /**
   * What the questions that people have resolved teach of the signals' weights; takes two or three
   * seconds, so a server does it beside its work and gives it to the next index.
   */
  default LearnedWeights learn() {
    return LearnedWeights.NONE;
  }

  /** How many entries it holds. */
  int size();
}
