package madoguchi.knowledge.index;

import java.util.stream.DoubleStream;

/**
 * Whether a question that only names something means one entry plainly, by what {@link MatterMatch}
 * says of a ranking.
 */
enum Named {
  /** It asks something, or no entry is about it. */
  NOTHING,
  /** The first of the ranking is about it, and no other as much. */
  ONE,
  /** Several are about it, or one that others go before. */
  SEVERAL;

  /** So much of the only entry's question must be what is named. */
  private static final double LEAST_SHARE = 0.34;

  /**
   * An entry that has the name for a wording is meant, unless another's question says less else.
   */
  private static final double NEARLY = 0.8;

  /** Of two that have it for a wording, the one whose question says so much less else. */
  private static final double CLEARLY = 1.5;

  /** Without such a wording, the one whose question says so much less else than any other. */
  private static final double TWICE = 2;

  /**
   * By the values of a ranking, best first.
   *
   * @param broad whether it is but one word, as 水道, about which much may be asked
   */
  static Named of(double[] values, boolean broad) {
    double most = DoubleStream.of(values).max().orElse(0);
    if (most == 0) {
      return NOTHING;
    }
    if (DoubleStream.of(values).filter(value -> value > 0).count() == 1) {
      return most < LEAST_SHARE ? NOTHING : values[0] > 0 ? ONE : SEVERAL;
    }
    boolean plainly = values[0] == most;
    for (int i = 1; i < values.length; i++) {
      double more = isNamed(values[i]) || broad ? CLEARLY : NEARLY;
      more = isNamed(values[0]) ? more : TWICE;
      plainly &= share(values[0]) >= more * share(values[i]);
    }
    return plainly ? ONE : SEVERAL;
  }

  private static boolean isNamed(double value) {
    return value >= MatterMatch.NAMED;
  }

  private static double share(double value) {
    return isNamed(value) ? value - MatterMatch.NAMED : value;
  }
}
