package madoguchi.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import madoguchi.municipality.MunicipalityCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a resident, LINE and a member of staff ask of a server, each once.
 *
 * @param site the server's address
 */
record RehearsedVisit(String site) {

  private static final JsonMapper JSON = new JsonMapper();

  void perform(MunicipalityCode town, String question) throws IOException {
    String api = "/api/v1/" + town + "/conversations";
    JsonNode opened = JSON.readTree(send(api, "{}", Map.of()));
    String bearer = "Bearer " + opened.path("token").asString();
    String messages = api + "/" + opened.path("conversationId").asString() + "/messages";
    String asked = JSON.writeValueAsString(Map.of("clientMessageId", "q", "text", question));
    send(messages, asked, Map.of("Authorization", bearer));
    RehearsedDelivery line = RehearsedDelivery.of(question);
    Map<String, String> signed = Map.of("x-line-signature", line.signature());
    send("/line/" + town + "/webhook", line.body(), signed);
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
}
