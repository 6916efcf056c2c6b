package madoguchi.bot.town;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that nobody can guess. */
public final class RandomId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /**
   * 128 random bits as 22 characters of base64url, safe in addresses and logs, behind 4 that tell
   * about when it was made: what is made at one time stands together in a database's indexes, so
   * that many at once touch few of their pages.
   */
  public static String next() {
    return time(System.currentTimeMillis()) + ofBytes(16);
  }

  /** 256 random bits as 43 characters of base64url, for tokens. */
  public static String token() {
    return ofBytes(32);
  }

  /** The same for about a minute. */
  static String time(long millis) {
    long minutes = millis >>> 16;
    byte[] bytes = {(byte) (minutes >> 16), (byte) (minutes >> 8), (byte) minutes};
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String ofBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
