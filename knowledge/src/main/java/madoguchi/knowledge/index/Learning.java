package madoguchi.knowledge.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.vector.VectorTraining;
import madoguchi.knowledge.vector.WordVectors;

/**
 * Learns what an index can only know from many entries together. It takes seconds, so a server does
 * it beside its work and publishes the result with the next index.
 */
public final class Learning {

  private Learning() {}

  /** An index that has learned from its own memory. */
  public static KnowledgeIndex index(Ingredients ingredients) {
    KnowledgeIndex index = KnowledgeIndex.of(ingredients);
    LearnedWeights weights = index.learn();
    return weights.equals(LearnedWeights.NONE) ? index : index.renewed(ingredients.with(weights));
  }

  /**
   * Word vectors from entries in any state: words are learned from a draft as well.
   *
   * @param entries in any order; the town's own, and those of a pack that it may not use; an entry
   *     that is in both counts twice
   */
  public static WordVectors vectors(Collection<FaqEntry> entries, Synonyms synonyms) {
    TextAnalysis analysis = new TextAnalysis();
    List<AnalysedEntry> analysed =
        AnalysedEntry.all(
            entries.stream()
                .sorted(Comparator.comparing(FaqEntry::id).thenComparing(FaqEntry::answer))
                .toList(),
            analysis);
    return VectorTraining.learn(
        analysed.stream().map(AnalysedEntry::passage).toList(), synonyms::forEachPair);
  }
}
