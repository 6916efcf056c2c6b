package madoguchi.bot.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/**
 * How long ids are kept that nobody asks for any more.
 *
 * @param inbox of messages that were dealt with
 * @param channelMessage what a channel calls a message
 */
record KeptFor(Duration inbox, Duration channelMessage) {

  private static final String RESOURCE = "/madoguchi/upkeep.properties";

  static KeptFor standard() {
    Properties read = new Properties();
    try (InputStream in =
        Objects.requireNonNull(KeptFor.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      read.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new KeptFor(days(read, "inbox"), days(read, "channel-message"));
  }

  private static Duration days(Properties read, String name) {
    return Duration.ofDays(Long.parseLong(read.getProperty(name)));
  }
}
