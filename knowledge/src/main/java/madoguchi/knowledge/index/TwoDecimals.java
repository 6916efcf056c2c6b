package madoguchi.knowledge.index;

import java.util.Locale;

/** Writes numbers as the format {@code %.2f} does, mostly without its detours. */
final class TwoDecimals {

  /** Of hundredths; beyond, their rounding would show. */
  private static final double MOST = 1e9;

  /** Nearer to the middle between two hundredths, the last digit of the number decides. */
  private static final double NEAR_MIDDLE = 1e-3;

  private TwoDecimals() {}

  static void write(double number, StringBuilder out) {
    double hundredths = Math.abs(number) * 100;
    if (!(hundredths < MOST)) { // not a number, too
      out.append(formatted(number));
      return;
    }
    long whole = (long) hundredths;
    double rest = hundredths - whole - 0.5;
    if (Math.abs(rest) < NEAR_MIDDLE) {
      out.append(formatted(number));
      return;
    }
    long rounded = rest > 0 ? whole + 1 : whole;
    if (Double.doubleToRawLongBits(number) < 0) { // minus zero keeps its sign, too
      out.append('-');
    }
    out.append(rounded / 100).append('.');
    out.append((char) ('0' + rounded / 10 % 10)).append((char) ('0' + rounded % 10));
  }

  private static String formatted(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
