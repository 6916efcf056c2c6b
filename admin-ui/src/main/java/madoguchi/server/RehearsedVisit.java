package madoguchi.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.municipality.MunicipalityCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a resident, LINE and a member of staff ask of a server, each once. */
final class RehearsedVisit {

  /** With which the rehearsal signs LINE's deliveries. */
  static final String SECRET = "rehearsal";

  private static final JsonMapper JSON = new JsonMapper();

  private final String site;

  RehearsedVisit(String site) {
    this.site = site;
  }

  void perform(MunicipalityCode town, String question) throws IOException {
    String api = "/api/v1/" + town + "/conversations";
    JsonNode opened = JSON.readTree(send(api, "{}", Map.of()));
    String bearer = "Bearer " + opened.path("token").asString();
    String messages = api + "/" + opened.path("conversationId").asString() + "/messages";
    String asked = JSON.writeValueAsString(Map.of("clientMessageId", "q", "text", question));
    send(messages, asked, Map.of("Authorization", bearer));
    String delivery = delivery(question);
    send("/line/" + town + "/webhook", delivery, Map.of("x-line-signature", signature(delivery)));
    send("/", "", Map.of());
    send("/staff/login", "", Map.of("Accept", "text/html"));
  }

  private String send(String path, String body, Map<String, String> headers) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(site + path).toURL().openConnection();
    headers.forEach(connection::setRequestProperty);
    if (!body.isEmpty()) {
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream answer = connection.getInputStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String delivery(String question) {
    Map<String, Object> event =
        Map.of(
            "type",
            "message",
            "mode",
            "active",
            "timestamp",
            System.currentTimeMillis(),
            "webhookEventId",
            "01REHEARSAL",
            "replyToken",
            "rehearsal",
            "deliveryContext",
            Map.of("isRedelivery", false),
            "source",
            Map.of("type", "user", "userId", "Urehearsal"),
            "message",
            Map.of("id", "1", "type", "text", "text", question, "quoteToken", "q"));
    return JSON.writeValueAsString(Map.of("destination", "Urehearsal", "events", List.of(event)));
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
