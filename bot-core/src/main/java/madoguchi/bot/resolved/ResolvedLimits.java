package madoguchi.bot.resolved;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * How much is needed to learn, and how much is kept.
 *
 * @param agreeing so many conversations must agree before votes count
 * @param decisions so many decisions of a town are remembered
 */
public record ResolvedLimits(int agreeing, int decisions) {

  private static final String RESOURCE = "/madoguchi/resolved.properties";

  public ResolvedLimits {
    if (agreeing < 2 || decisions < 1) {
      throw new IllegalArgumentException(
          "illegal limits: " + agreeing + " agreeing, " + decisions + " decisions");
    }
  }

  /** Those that come with the program. */
  public static ResolvedLimits standard() {
    Properties read = new Properties();
    try (InputStream in =
        Objects.requireNonNull(ResolvedLimits.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      read.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new ResolvedLimits(
        Integer.parseInt(read.getProperty("agreeing")),
        Integer.parseInt(read.getProperty("decisions")));
  }
}
