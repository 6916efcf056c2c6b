package madoguchi.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Times in milliseconds, and what is said of them. */
record Figures(double[] sorted) {

  static Figures ofNanos(LongStream nanos) {
    return new Figures(nanos.mapToDouble(n -> n / 1e6).sorted().toArray());
  }

  static Figures ofMillis(LongStream millis) {
    return new Figures(millis.asDoubleStream().sorted().toArray());
  }

  double at(double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n %d, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        sorted.length,
        at(.5),
        at(.99),
        at(1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && Arrays.equals(sorted, figures.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }
}
