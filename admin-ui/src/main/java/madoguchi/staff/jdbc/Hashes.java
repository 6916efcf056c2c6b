package madoguchi.staff.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How secrets of full entropy are stored: a plain hash, for there is nothing to guess. */
final class Hashes {

  private Hashes() {}

  /** SHA-256 in hexadecimal. */
  static String of(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }

  /** Without the one character that PostgreSQL refuses. */
  static String clean(String typed) {
    return typed.replace("\u0000", "");
  }
}
