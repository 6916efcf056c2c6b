package madoguchi.knowledge.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The terms of a town's entries by number, and how rare each is. */
final class Vocabulary {

  /** The number of a term that no entry has. */
  static final int UNKNOWN = -1;

  /** Rarer than this counts no more: a term of one entry is not twice as telling as one of two. */
  private static final double HIGHEST_IDF = 7;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final double[] idf;
  private final Set<String> silent;

  /** Kana that stand in residents' wordings alone, cut there at the wrong places. */
  private final Set<String> fragments;

  /**
   * Of entries.
   *
   * @param silent terms that say nothing here, such as the town's own name
   */
  Vocabulary(List<AnalysedEntry> entries, Set<String> silent) {
    this.silent = silent;
    fragments = Fragments.of(entries);
    Map<String, Integer> frequencies = new HashMap<>();
    for (AnalysedEntry entry : entries) {
      entry.terms().forEach(term -> frequencies.merge(term, 1, Integer::sum));
    }
    idf = new double[frequencies.size()];
    new TreeMap<>(frequencies)
        .forEach(
            (term, frequency) -> {
              idf[numbers.size()] = silent.contains(term) ? 0 : idf(frequency, entries.size());
              numbers.put(term, numbers.size());
            });
  }

  /** BM25's inverse document frequency, over whole entries. */
  private static double idf(int frequency, int entries) {
    return Math.min(HIGHEST_IDF, Math.log(1 + (entries - frequency + 0.5) / (frequency + 0.5)));
  }

  /** Every term. */
  Collection<String> terms() {
    return numbers.keySet();
  }

  /** Whether the term says nothing in this town. */
  boolean isSilent(String term) {
    return silent.contains(term);
  }

  int size() {
    return idf.length;
  }

  /** Every term by its number. */
  String[] texts() {
    String[] texts = new String[idf.length];
    numbers.forEach((term, number) -> texts[number] = term);
    return texts;
  }

  boolean has(String term) {
    return numbers.containsKey(term);
  }

  /** Whether the entries have the term, and not only as kana in residents' wordings. */
  boolean isWord(String term) {
    return has(term) && !isFragment(term);
  }

  /** Whether it is only known as kana in residents' wordings, cut there at the wrong places. */
  boolean isFragment(String term) {
    return fragments.contains(term);
  }

  boolean hasAll(List<String> terms) {
    return numbers.keySet().containsAll(terms);
  }

  /** The term's number from 0, or {@link #UNKNOWN}. */
  int number(String term) {
    return numbers.getOrDefault(term, UNKNOWN);
  }

  /** The numbers of the terms that are known, ascending, each once. */
  int[] numbers(Collection<String> terms) {
    return terms.stream().mapToInt(this::number).filter(n -> n >= 0).sorted().distinct().toArray();
  }

  /** How rare a term is, 0 to 7; 7 for an unknown one. */
  double idf(String term) {
    return idf(number(term));
  }

  double idf(int number) {
    return number == UNKNOWN ? HIGHEST_IDF : idf[number];
  }
}
