package madoguchi.bot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import madoguchi.bot.town.Municipality;

/**
 * The thresholds, from {@code madoguchi/policy.properties}.
 *
 * @param answerFrom confidence from which one entry is given as the answer, 0 to 1
 * @param chooseFrom confidence of the best few together from which they are asked about, 0 to 1
 * @param choices at most so many are asked about, 1 to 10
 * @param hits how many are looked for, 1 to 100
 * @param together up to so many characters two messages in a row may be one question
 */
public record Policy(double answerFrom, double chooseFrom, int choices, int hits, int together) {

  private static final String RESOURCE = "/madoguchi/policy.properties";

  public Policy {
    if (!(0 <= chooseFrom && chooseFrom <= answerFrom && answerFrom <= 1)) {
      throw new IllegalArgumentException(
          "illegal confidences: must be 0 <= %s <= %s <= 1".formatted(chooseFrom, answerFrom));
    }
  }

  /**
   * The thresholds of a town: its settings {@code confidence.answer} and {@code confidence.choose}
   * where they are numbers from 0 to 1, else these.
   */
  Policy of(Municipality town) {
    double answer = setting(town, "confidence.answer", answerFrom);
    double choose = setting(town, "confidence.choose", chooseFrom);
    return new Policy(answer, Math.min(choose, answer), choices, hits, together);
  }

  private static double setting(Municipality town, String name, double standard) {
    return town.setting(name)
        .filter(value -> value.strip().matches("(0(\\.\\d+)?|1(\\.0+)?)"))
        .map(value -> Double.parseDouble(value.strip()))
        .orElse(standard);
  }

  /** The thresholds that come with the program. */
  public static Policy standard() {
    Properties read = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Policy.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      read.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Policy(
        Double.parseDouble(read.getProperty("confidence.answer")),
        Double.parseDouble(read.getProperty("confidence.choose")),
        Integer.parseInt(read.getProperty("choices")),
        Integer.parseInt(read.getProperty("hits")),
        Integer.parseInt(read.getProperty("together")));
  }
}
