package madoguchi.bot.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/**
 * How long rows are kept that nobody asks for any more.
 *
 * @param inbox ids of messages that were dealt with
 * @param channelMessage what a channel calls a message
 * @param ended how sendings ended, and what residents found useful
 */
record KeptFor(Duration inbox, Duration channelMessage, Duration ended) {

  private static final String RESOURCE = "/madoguchi/upkeep.properties";

  /** With the town hall's own time for {@link #ended}. */
  static KeptFor of(Duration ended) {
    Properties read = new Properties();
    try (InputStream in =
        Objects.requireNonNull(KeptFor.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      read.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new KeptFor(days(read, "inbox"), days(read, "channel-message"), ended);
  }

  private static Duration days(Properties read, String name) {
    return Duration.ofDays(Long.parseLong(read.getProperty(name)));
  }
}
