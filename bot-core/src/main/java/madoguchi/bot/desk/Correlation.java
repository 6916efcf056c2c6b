package madoguchi.bot.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import org.slf4j.MDC;

/**
 * Marks every line of the log that is written for one inquiry with the same short id, and with its
 * town and door. The id is made of the message's, and tells nothing of who wrote or what.
 */
final class Correlation implements AutoCloseable {

  private static final int LENGTH = 12;
  private static final String INQUIRY = "inquiry";
  private static final String TOWN = "municipality";
  private static final String CHANNEL = "channel";

  private Correlation() {}

  static Correlation of(Arrival arrival) {
    return mark(arrival.municipality().value(), arrival.channel(), arrival.messageId());
  }

  /** The same id as its inquiry's: a dispatch is named after the message that it answers. */
  static Correlation of(Dispatch dispatch) {
    String id = dispatch.id();
    int end = id.indexOf('#');
    return mark(
        dispatch.municipality().value(), dispatch.channel(), end < 0 ? id : id.substring(0, end));
  }

  private static Correlation mark(String town, String channel, String messageId) {
    MDC.put(INQUIRY, hash(town + ' ' + messageId));
    MDC.put(TOWN, town);
    MDC.put(CHANNEL, channel);
    return new Correlation();
  }

  /** For work that goes on another thread. */
  static Runnable carried(Runnable work) {
    Map<String, String> marks = MDC.getCopyOfContextMap();
    return () -> {
      if (marks != null) {
        MDC.setContextMap(marks);
      }
      try {
        work.run();
      } finally {
        MDC.clear();
      }
    };
  }

  @Override
  public void close() {
    MDC.remove(INQUIRY);
    MDC.remove(TOWN);
    MDC.remove(CHANNEL);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }
}
