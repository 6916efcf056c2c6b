package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TwoDecimalsTest {

  private final Random random = new Random(2026);

  @Test
  void writesWhatTheFormatWrites() {
    DoubleStream.of(
            0,
            -0.0,
            0.125,
            -0.125,
            0.005,
            -0.005,
            9.995,
            0.285,
            1.005,
            Math.nextDown(0.005),
            Math.nextUp(0.005),
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            9_999_999.994,
            9_999_999.995,
            9_999_999.996,
            10_000_000,
            1e15,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY)
        .forEach(TwoDecimalsTest::isAsFormatted);
  }

  @Test
  void writesAnyNumberAsTheFormat() {
    for (int i = 0; i < 200_000; i++) {
      isAsFormatted(random.nextGaussian() * Math.pow(10, random.nextInt(-4, 9)));
      isAsFormatted((float) random.nextGaussian());
    }
    for (int i = 0; i < 100_000; i++) {
      isAsFormatted(Double.longBitsToDouble(random.nextLong()));
    }
  }

  @Test
  void writesWhatLiesAboutTheMiddleOfTwoHundredthsAsTheFormat() {
    for (int i = 0; i < 60_000; i++) {
      double middle = (random.nextInt(-2_000_000, 2_000_000) + 0.5) / 100;
      isAsFormatted(middle);
      isAsFormatted(Math.nextUp(middle));
      isAsFormatted(Math.nextDown(middle));
      isAsFormatted(middle + random.nextDouble(-2e-5, 2e-5));
    }
  }

  @Test
  void aSignalIsWrittenWithItsNumbersOrAlone() {
    assertThat(new Hit.Signal("質問文との一致", 1.239, -0.5).written()).isEqualTo("質問文との一致 1.24（+-0.50）");
    assertThat(new Hit.Signal("照合できません", 0, 0).written()).isEqualTo("照合できません");
    assertThat(new Hit.Signal("分けた質問の番号", 2, 0).written()).isEqualTo("分けた質問の番号 2.00（+0.00）");
  }

  private static void isAsFormatted(double number) {
    StringBuilder out = new StringBuilder();
    TwoDecimals.write(number, out);
    String formatted = String.format(Locale.ROOT, "%.2f", number);
    if (!formatted.contentEquals(out)) {
      assertThat(out).as("%s", number).hasToString(formatted);
    }
  }
}
