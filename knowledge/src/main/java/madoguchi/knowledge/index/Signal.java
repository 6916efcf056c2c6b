package madoguchi.knowledge.index;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One reason to take an entry for the answer. Its weight stands in {@code weights.properties}. */
interface Signal {

  /** Its name there. */
  String key();

  /** Its name on the staff's pages. */
  String japanese();

  /** What it gives each entry, by number, for one question. */
  IntToDoubleFunction ask(Asked asked);

  /**
   * The most that it gives any entry, when it is dear to ask: then it is asked only for entries
   * that it can bring among the best.
   */
  default double most() {
    return Double.POSITIVE_INFINITY;
  }

  /** Entries, by number, that may answer also when they share no word with the question. */
  default IntStream also(Asked asked) {
    return IntStream.empty();
  }
}
