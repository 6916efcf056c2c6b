package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import madoguchi.bot.town.Municipality;
import org.junit.jupiter.api.Test;

/** Ten thousand wrong signatures of every kind, of which none may be accepted. */
class WrongSignaturesTest {

  private static final int EACH = 500;
  private static final String SECRET = "secret-of-now";
  private static final Municipality TOWN =
      LineTown.town(
          LineTown.DEMO,
          Map.of("line.channel-secret", SECRET, "line.channel-secret-previous", "secret-before"));
  private static final Municipality ROTATED =
      LineTown.town(LineTown.DEMO, Map.of("line.channel-secret", SECRET));

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void acceptsNoneOfTenThousand() {
    List<Function<byte[], String>> kinds =
        List.of(
            body -> right(body).substring(random.nextInt(1, 44)),
            body -> right(body).substring(0, random.nextInt(44)),
            body -> right(body) + random.nextInt(),
            body -> right(body) + "=".repeat(random.nextInt(1, 9)),
            body -> otherCase(right(body)),
            body -> withOneChanged(right(body)),
            body -> " " + right(body),
            body -> right(body) + "\t",
            body -> right(body).replace("=", ""),
            body -> right(body).replace('=', '\uff1d'),
            body -> wide(right(body)),
            body -> right(body) + "," + right(body),
            body -> "sha256=" + right(body),
            body -> HexFormat.of().formatHex(Base64.getDecoder().decode(right(body))),
            body -> Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(hash(body)),
            body -> FakeLine.signature("secret-before-that", body),
            body -> FakeLine.signature(SECRET + " ", body),
            body -> FakeLine.signature(SECRET, Arrays.copyOf(body, body.length + 1)),
            body -> FakeLine.signature(SECRET, new byte[0]),
            body -> garbage());
    int tried = 0;
    for (Function<byte[], String> kind : kinds) {
      for (int i = 0; i < EACH; i++) {
        byte[] body = body();
        String wrong = kind.apply(body);
        if (!wrong.equals(right(body))) {
          tried++;
          assertThat(LineSignature.signs(TOWN, body, wrong))
              .as("%s, seed %d", wrong, seed)
              .isFalse();
        }
        assertThat(LineSignature.signs(TOWN, body, right(body))).isTrue();
      }
    }
    assertThat(tried).isGreaterThanOrEqualTo(kinds.size() * EACH * 99 / 100);
  }

  @Test
  void acceptsThePreviousSecretOnlyUntilTheChangeIsOver() {
    for (int i = 0; i < EACH; i++) {
      byte[] body = body();
      String before = FakeLine.signature("secret-before", body);
      assertThat(LineSignature.signs(TOWN, body, before)).isTrue();
      assertThat(LineSignature.signs(ROTATED, body, before)).isFalse();
      assertThat(LineSignature.signs(ROTATED, body, right(body))).isTrue();
    }
  }

  @Test
  void acceptsNothingWithoutAHeaderOrWithoutASecret() {
    byte[] body = body();
    Municipality without = LineTown.town(LineTown.DEMO, Map.of("line.channel-secret", " "));
    assertThat(LineSignature.signs(TOWN, body, null)).isFalse();
    assertThat(LineSignature.signs(TOWN, body, "")).isFalse();
    assertThat(LineSignature.signs(without, body, right(body))).isFalse();
  }

  private byte[] body() {
    byte[] body = new byte[random.nextInt(1, 400)];
    random.nextBytes(body);
    return body;
  }

  private static String right(byte[] body) {
    return FakeLine.signature(SECRET, body);
  }

  private static byte[] hash(byte[] body) {
    return Base64.getDecoder().decode(right(body));
  }

  private static String otherCase(String signature) {
    String lower = signature.toLowerCase(Locale.ROOT);
    return lower.equals(signature) ? signature.toUpperCase(Locale.ROOT) : lower;
  }

  private String withOneChanged(String signature) {
    int at = random.nextInt(43);
    char other = signature.charAt(at) == 'x' ? 'y' : 'x';
    return signature.substring(0, at) + other + signature.substring(at + 1);
  }

  private static String wide(String signature) {
    return signature
        .chars()
        .map(c -> c + 0xFEE0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String garbage() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return new String(
        bytes, random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
  }
}
