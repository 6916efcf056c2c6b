package madoguchi.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * What LINE delivers of somebody who asks something.
 *
 * @param body as it is sent
 */
record RehearsedDelivery(String body) {

  /** With which the rehearsal signs. */
  static final String SECRET = "rehearsal";

  private static final String EVENT =
      """
      {"destination":"Urehearsal","events":[{"type":"message","mode":"active","timestamp":%d,
      "webhookEventId":"01REHEARSAL","replyToken":"rehearsal",
      "deliveryContext":{"isRedelivery":false},"source":{"type":"user","userId":"Urehearsal"},
      "message":{"id":"1","type":"text","text":%s,"quoteToken":"q"}}]}""";

  static RehearsedDelivery of(String question) {
    String text = new JsonMapper().writeValueAsString(question);
    return new RehearsedDelivery(EVENT.formatted(System.currentTimeMillis(), text));
  }

  String signature() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
