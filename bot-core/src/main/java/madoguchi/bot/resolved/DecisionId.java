package madoguchi.bot.resolved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names what is decided about, so that two who decide at once are told. */
public final class DecisionId {

  private DecisionId() {}

  /** Of a question in the journal. */
  public static String ofMessage(String messageId) {
    return digest("message\n" + messageId);
  }

  /** Of a vote. */
  public static String ofVote(String conversationId, long number) {
    return digest("vote\n" + conversationId + '\n' + number);
  }

  private static String digest(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }
}
