package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import madoguchi.channel.line.FakeLine;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The statuses of the contract, each seen from outside on the real server. */
class OutsideTest {

  private static final String WEBHOOK = "/line/demo/webhook";
  private static final byte[] EMPTY = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);

  private final TownHall hall = TownHall.open();

  @Test
  void refusesUnknownTownsTokensAndConversations() {
    Resident resident = hall.resident("demo");
    assertThat(
            hall.send(
                    HttpRequest.newBuilder(hall.at("/api/v1/nix/conversations"))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
    assertThat(hall.get("/api/v1/demo/conversations/" + resident.id() + "/messages").statusCode())
        .isEqualTo(401);
    assertThat(
            hall.send(
                    HttpRequest.newBuilder(
                            hall.at("/api/v1/demo/conversations/" + resident.id() + "/messages"))
                        .header("Authorization", "Bearer made-up"))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void refusesMessagesThatAreNone() {
    Resident resident = hall.resident("demo");
    assertThat(status(resident, "{")).isEqualTo(400);
    assertThat(status(resident, "{\"clientMessageId\":\"1\"}")).isEqualTo(400);
    assertThat(status(resident, "{\"clientMessageId\":\"ä\",\"text\":\"a\"}")).isEqualTo(400);
    assertThat(status(resident, text("2", "あ".repeat(1001)))).isEqualTo(400);
    assertThat(status(resident, text("3", "あ".repeat(100_000)))).isEqualTo(413);
    HttpResponse<String> problem = resident.post(text("4", " "));
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void answersARepeatedMessageOnceAndRefusesOtherContentUnderItsId() {
    Resident resident = hall.resident("demo");
    HttpResponse<String> first = resident.post(text("same", "転入届について"));
    HttpResponse<String> again = resident.post(text("same", "転入届について"));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(status(resident, text("same", "転出届について"))).isEqualTo(409);
  }

  @Test
  void takesWhateverAResidentTypes() {
    Resident resident = hall.resident("demo");
    for (String typed :
        new String[] {
          "😀😀😀", "\\ud800", "\\u0000'; DROP TABLE municipality; --", "<script>alert(1)</script>"
        }) {
      HttpResponse<String> reply =
          resident.post(
              "{\"clientMessageId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), typed));
      assertThat(reply.statusCode()).as(typed).isIn(200, 400);
    }
    assertThat(resident.says("転入届はどこですか").get("outcome").asString()).isIn("answered", "choose");
  }

  @Test
  void checksAWebhookInTheContractsOrder() {
    assertThat(webhook("/line/nix/webhook", EMPTY, "x")).isEqualTo(404);
    assertThat(webhook("/line/minato/webhook", EMPTY, "x")).isEqualTo(404);
    byte[] large = new byte[1_048_577];
    Arrays.fill(large, (byte) ' ');
    assertThat(webhook(WEBHOOK, large, "x")).isEqualTo(413);
    assertThat(webhook(WEBHOOK, EMPTY, null)).isEqualTo(401);
    assertThat(webhook(WEBHOOK, EMPTY, "äöü!")).isEqualTo(401);
    assertThat(webhook(WEBHOOK, EMPTY, FakeLine.signature("another", EMPTY))).isEqualTo(401);
    byte[] array = "[]".getBytes(StandardCharsets.UTF_8);
    assertThat(webhook(WEBHOOK, array, FakeLine.signature(TownHall.LINE_SECRET, array)))
        .isEqualTo(400);
    assertThat(webhook(WEBHOOK, EMPTY, FakeLine.signature(TownHall.LINE_SECRET, EMPTY)))
        .isEqualTo(200);
  }

  @Test
  void showsPagesHealthFiguresAndItsInterface() {
    assertThat(hall.get("/").body()).contains("あおば野市");
    assertThat(hall.get("/widget.js").statusCode()).isEqualTo(200);
    assertThat(hall.get("/v3/api-docs").body()).contains("/api/v1/{municipality}/conversations");
    assertThat(hall.get("/actuator/health").statusCode()).isEqualTo(404);
    JsonNode health =
        TownHall.json(hall.send(HttpRequest.newBuilder(hall.atManagement("/actuator/health"))));
    assertThat(health.get("status").asString()).isEqualTo("UP");
    assertThat(health.at("/components/storage/status").asString()).isEqualTo("UP");
    assertThat(hall.send(HttpRequest.newBuilder(hall.atManagement("/actuator/prometheus"))).body())
        .contains("jvm_memory_used_bytes", "hikaricp_connections");
  }

  private int webhook(String path, byte[] body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hall.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header(
          "x-line-signature",
          new String(signature.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
    return hall.send(request).statusCode();
  }

  private static int status(Resident resident, String body) {
    return resident.post(body).statusCode();
  }

  private static String text(String id, String text) {
    return "{\"clientMessageId\":\"%s\",\"text\":\"%s\"}".formatted(id, text);
  }
}
