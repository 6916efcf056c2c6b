package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The signals with the weights that come with the program.
 *
 * @param keys the names of the signals in the order of the entries' values
 * @param weights in the same order
 */
record Shipped(List<String> keys, double[] weights) {

  private static final List<String> OF_WORDS = List.of("question", "wordings", "answer");

  static Shipped of(List<String> keys, Weights weighing) {
    return new Shipped(keys, keys.stream().mapToDouble(weighing::of).toArray());
  }

  /** Whether an entry shares a word with the question, or one that stands for it. */
  boolean isFoundByWords(EntryIndex.Scored one) {
    return OF_WORDS.stream().anyMatch(key -> one.values()[keys.indexOf(key)] > 0);
  }

  /** The same entry with other values of what is remembered. */
  EntryIndex.Scored remembering(
      EntryIndex.Scored one, IntToDoubleFunction full, IntToDoubleFunction careful) {
    double[] values = one.values().clone();
    values[keys.indexOf(MemorySupport.DECISIONS)] = full.applyAsDouble(one.entry());
    values[keys.indexOf(CarefulMemory.KEY)] = careful.applyAsDouble(one.entry());
    double score = 0;
    for (int i = 0; i < values.length; i++) {
      score += weights[i] * values[i];
    }
    return new EntryIndex.Scored(one.entry(), score, values);
  }
}
