package madoguchi.knowledge.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Entries of two fields that say nearly the same, as of one benefit that two schemes have: 葬祭費 of
 * 国民健康保険 and of 後期高齢者医療. Which of them is meant only the scheme's name tells.
 */
record Twins(List<AnalysedEntry> entries, Vocabulary vocabulary) {

  /** Of all terms of two answers so much is in both, each by how rare it is. */
  private static final double ALIKE = 0.45;

  /** Of what only the first's question says so much is asked for. */
  private static final double NAMED = 0.5;

  /** The place of the second or third of a ranking if the first may as well be that; else 0. */
  int twinOfFirst(Question question, List<Integer> ranked) {
    return IntStream.range(1, Math.min(3, ranked.size()))
        .filter(i -> areAlike(question, entries.get(ranked.get(0)), entries.get(ranked.get(i))))
        .findFirst()
        .orElse(0);
  }

  private boolean areAlike(Question asked, AnalysedEntry first, AnalysedEntry other) {
    String field = first.entry().category();
    String otherField = other.entry().category();
    return field != null
        && otherField != null
        && !field.equals(otherField)
        && !isNamed(asked.expanded().keySet(), new HashSet<>(first.question()), other)
        && share(first, other) >= ALIKE;
  }

  private static boolean isNamed(Set<String> asked, Set<String> first, AnalysedEntry other) {
    other.question().forEach(first::remove);
    return !first.isEmpty()
        && first.stream().filter(asked::contains).count() >= NAMED * first.size();
  }

  private double share(AnalysedEntry one, AnalysedEntry other) {
    List<String> others = other.answer();
    Set<String> all = new HashSet<>(one.answer());
    Set<String> both = new HashSet<>(all);
    both.retainAll(new HashSet<>(others));
    all.addAll(others);
    return rarity(both) / rarity(all);
  }

  private double rarity(Set<String> terms) {
    return terms.stream().mapToDouble(vocabulary::idf).sum();
  }
}
