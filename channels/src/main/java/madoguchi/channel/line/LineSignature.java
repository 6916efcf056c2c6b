package madoguchi.channel.line;

import com.linecorp.bot.parser.LineSignatureValidator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * LINE's signature: Base64(HMAC-SHA256(channel secret, raw body)). A reissued secret replaces the
 * old one at once, so both are good while a town changes it.
 */
final class LineSignature {

  static final String SECRET = "line.channel-secret";
  static final String PREVIOUS_SECRET = "line.channel-secret-previous";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]{43}=");

  private LineSignature() {}

  /** Whether the header can be a signature at all: 32 bytes in Base64. */
  static boolean isWellFormed(@Nullable String header) {
    return header != null && FORM.matcher(header).matches();
  }

  /** Compares the encoded forms, in constant time: nothing is decoded that a stranger wrote. */
  static boolean signs(Municipality town, byte[] body, @Nullable String header) {
    if (header == null) {
      return false;
    }
    byte[] given = header.getBytes(StandardCharsets.UTF_8);
    return Stream.of(SECRET, PREVIOUS_SECRET)
        .map(town::setting)
        .flatMap(Optional::stream)
        .map(secret -> MessageDigest.isEqual(of(secret, body), given))
        .reduce(false, Boolean::logicalOr);
  }

  /** With the town's present secret; empty when it has none. */
  static Optional<String> of(Municipality town, byte[] body) {
    return town.setting(SECRET)
        .map(secret -> new String(of(secret, body), StandardCharsets.US_ASCII));
  }

  private static byte[] of(String secret, byte[] body) {
    return Base64.getEncoder()
        .encode(
            new LineSignatureValidator(secret.getBytes(StandardCharsets.UTF_8))
                .generateSignature(body));
  }
}
