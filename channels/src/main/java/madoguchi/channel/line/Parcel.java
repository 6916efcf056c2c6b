package madoguchi.channel.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/**
 * A delivery as it came.
 *
 * @param text the body, or its Base64 when it is no UTF-8
 */
record Parcel(String text, boolean isBase64, String signature, String contentType) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Parcel of(byte[] body, String signature, String contentType) {
    String text = new String(body, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
        ? new Parcel(text, false, signature, contentType)
        : new Parcel(Base64.getEncoder().encodeToString(body), true, signature, contentType);
  }

  byte[] body() {
    return isBase64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  String toPayload() {
    return JSON.writeValueAsString(this);
  }

  static Parcel ofPayload(String payload) {
    return JSON.readValue(payload, Parcel.class);
  }
}
