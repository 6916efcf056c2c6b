package madoguchi.bot.town;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that nobody can guess. */
public final class RandomId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** 128 random bits as 22 characters of base64url, safe in addresses and logs. */
  public static String next() {
    return ofBytes(16);
  }

  /** 256 random bits as 43 characters of base64url, for tokens. */
  public static String token() {
    return ofBytes(32);
  }

  private static String ofBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
