package madoguchi.staff.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: by bcrypt, which takes about a quarter of a second each on purpose. */
public final class Passwords {

  private static final int SHORTEST = 10;

  /** Bcrypt reads no further. */
  private static final int LONGEST_BYTES = 72;

  private final PasswordEncoder encoder;
  private final String nobodys;

  /** One at a time: it never waits, so two would take both cores of a small server. */
  private final Semaphore places = new Semaphore(1);

  /**
   * Passwords at a cost.
   *
   * @param cost bcrypt's, 4 to 31; each step doubles the time
   */
  public Passwords(int cost) {
    this.encoder = new BCryptPasswordEncoder(cost);
    this.nobodys = "$2a$%02d$".formatted(cost) + ".".repeat(53);
  }

  /** What is wrong with a new password, as the name of a sentence; empty when nothing is. */
  public static Optional<String> fault(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("password.too-short");
    }
    return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
        ? Optional.of("password.too-long")
        : Optional.empty();
  }

  /** The hash to store. */
  public String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /** Whether it is the password; takes the same time when there is no such account. */
  boolean matches(String password, Optional<String> hash) {
    boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    places.acquireUninterruptibly();
    try {
      return encoder.matches(readable ? password : "", hash.orElse(nobodys))
          && readable
          && hash.isPresent();
    } finally {
      places.release();
    }
  }
}
