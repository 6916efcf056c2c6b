package madoguchi.acceptance;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the web chat. */
public final class Resident {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TownHall hall;
  private final String municipality;
  private final String id;
  private final String token;

  Resident(TownHall hall, String municipality) {
    this.hall = hall;
    this.municipality = municipality;
    JsonNode opened =
        TownHall.json(
            hall.send(
                HttpRequest.newBuilder(hall.at("/api/v1/" + municipality + "/conversations"))
                    .POST(HttpRequest.BodyPublishers.noBody())));
    this.id = opened.get("conversationId").asString();
    this.token = opened.get("token").asString();
  }

  public String id() {
    return id;
  }

  /** Types something and reads the reply. */
  public JsonNode says(String text) {
    return TownHall.json(post(body("text", text)));
  }

  /** Presses one of the choices. */
  public JsonNode chooses(String value) {
    return TownHall.json(post(body("choice", value)));
  }

  /** Presses 「職員に相談する」. */
  public JsonNode asksForPerson() {
    return TownHall.json(post(body("action", "handoff")));
  }

  /** Ends and erases the conversation. */
  public int leaves() {
    return hall.send(request("").DELETE()).statusCode();
  }

  /** Posts a message as it is. */
  public HttpResponse<String> post(String body) {
    return hall.send(
        request("/messages")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** All lines so far. */
  public JsonNode lines() {
    return TownHall.json(hall.send(request("/messages?after=0")));
  }

  /** A request within this conversation, with its token. */
  public HttpRequest.Builder request(String rest) {
    return request(municipality, rest);
  }

  /** The same under another town's code. */
  public HttpRequest.Builder request(String otherTown, String rest) {
    return HttpRequest.newBuilder(hall.at("/api/v1/" + otherTown + "/conversations/" + id + rest))
        .header("Authorization", "Bearer " + token);
  }

  private static String body(String field, String value) {
    return JSON.createObjectNode()
        .put("clientMessageId", UUID.randomUUID().toString())
        .put(field, value)
        .toString();
  }
}
