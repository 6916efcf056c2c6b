package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fake enforces what LINE enforces, or no test against it means anything. */
class FakeLineTest {

  private static final String GOOD = "{'type':'text','text':'答え'}";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
  private final FakeLine line = new FakeLine("secret", "token", "Ubot", LineTown.clockAt(now::get));
  private final ObjectNode event = line.text("U1", "ごみ");

  @AfterEach
  void stop() {
    line.close();
  }

  @Test
  void takesATokenOnce() throws Exception {
    assertThat(reply(event, GOOD)).isEqualTo(200);
    assertThat(reply(event, GOOD)).isEqualTo(400);
    assertThat(line.book("U1")).hasSize(1);
    assertThat(line.book("U2")).isEmpty();
    assertThat(line.statuses()).containsExactly(200, 400);
  }

  @Test
  void letsATokenDieAfterAMinuteUnlessItDeliversAgainWithinTwenty() throws Exception {
    later(61);
    assertThat(reply(event, GOOD)).isEqualTo(400);
    later(18 * 60);
    line.redelivered(event);
    later(58);
    assertThat(reply(event, GOOD)).isEqualTo(200);
    ObjectNode other = line.text("U1", "ごみ");
    later(20 * 60 + 1);
    line.redelivered(other);
    assertThat(reply(other, GOOD)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{'type':'text','text':''}",
        "{'type':'text','text':' '}",
        "{'type':'text'}",
        "{'type':'hologram','text':'a'}",
        GOOD + "," + GOOD + "," + GOOD + "," + GOOD + "," + GOOD + "," + GOOD,
        "{'type':'text','text':'a','quickReply':{'items':[]}}",
        "{'type':'text','text':'a','quickReply':{'items':[{'type':'action','action':{'type':'postback','data':'d','label':'012345678901234567890'}}]}}",
        "{'type':'text','text':'a','quickReply':{'items':[{'type':'action','action':{'type':'postback','label':'l'}}]}}"
      })
  void refusesWhatLineRefusesAndLeavesTheTokenUnused(String messages) throws Exception {
    assertThat(reply(event, messages)).isEqualTo(400);
    assertThat(reply(event, GOOD)).isEqualTo(200);
  }

  @Test
  void countsTextsInUtf16Units() throws Exception {
    assertThat(reply(event, "{'type':'text','text':'" + "😀".repeat(2_501) + "'}")).isEqualTo(400);
    assertThat(reply(event, "{'type':'text','text':'" + "😀".repeat(2_500) + "'}")).isEqualTo(200);
  }

  @Test
  void refusesAWrongBearerAndARetryKey() throws Exception {
    assertThat(reply(event, GOOD, "Bearer other", null)).isEqualTo(401);
    assertThat(reply(event, GOOD, "Bearer token", "123e4567-e89b-12d3-a456-426614174000"))
        .isEqualTo(400);
    assertThat(line.book()).isEmpty();
  }

  private void later(long seconds) {
    now.updateAndGet(t -> t.plusSeconds(seconds));
  }

  private int reply(JsonNode event, String messages) throws Exception {
    return reply(event, messages, "Bearer token", null);
  }

  private int reply(JsonNode event, String messages, String bearer, String retryKey)
      throws Exception {
    String token = event.path("replyToken").asString();
    String body = "{'replyToken':'" + token + "','messages':[" + messages + "]}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(line.baseUrl() + "/v2/bot/message/reply"))
            .header("Authorization", bearer)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    if (retryKey != null) {
      request.header("X-Line-Retry-Key", retryKey);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void takesAPushOfEachKeyOnceAndAnswers409Afterwards() throws Exception {
    String key = "123e4567-e89b-12d3-a456-426614174000";
    assertThat(push("U1", GOOD, key)).isEqualTo(200);
    assertThat(push("U1", GOOD, key)).isEqualTo(409);
    later(24 * 3_600);
    assertThat(push("U1", GOOD, key)).isEqualTo(200);
    assertThat(line.book("U1")).hasSize(2);
    assertThat(line.pushed()).isEqualTo(2);
  }

  @Test
  void refusesPushesBeyondTheQuotaToStrangersAndWithKeysThatAreNone() throws Exception {
    line.allow(1);
    assertThat(push("Unobody", GOOD, null)).isEqualTo(400);
    assertThat(push("U1", GOOD, "no-uuid")).isEqualTo(400);
    assertThat(push("U1", "{'type':'text','text':' '}", null)).isEqualTo(400);
    assertThat(push("U1", GOOD, null)).isEqualTo(200);
    assertThat(push("U1", GOOD, null)).isEqualTo(429);
    assertThat(call("GET", "/v2/bot/message/quota", "")).isEqualTo(200);
    assertThat(line.pushed()).isOne();
  }

  @Test
  void takesPushesToThoseWhoBlockedTheAccountAndShowsThemToNobody() throws Exception {
    line.block("U1");
    assertThat(push("U1", GOOD, null)).isEqualTo(200);
    assertThat(line.book()).isEmpty();
    assertThat(line.pushed()).isOne();
  }

  @Test
  void keepsItsRates() throws Exception {
    line.rates().limit("reply", 1);
    assertThat(reply(event, "{}")).isEqualTo(400);
    assertThat(reply(event, GOOD)).isEqualTo(429);
    later(1);
    assertThat(reply(event, GOOD)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'U1',20", "'U1',5", "'U1',60"})
  void showsALoadingSign(String sign) throws Exception {
    assertThat(loading(sign)).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'U1',4", "'U1',7", "'U1',65", "'Ustranger',20", "'C1',20"})
  void showsNoOtherSign(String sign) throws Exception {
    assertThat(loading(sign)).isEqualTo(400);
    assertThat(line.loadings()).isEmpty();
  }

  @Test
  void takesNoBodyOverTwoMegabytes() throws Exception {
    assertThat(push("U1", "{'type':'text','text':'" + "a".repeat(2 << 20) + "'}", null))
        .isEqualTo(413);
  }

  @Test
  void preparesAndForgetsContents() throws Exception {
    line.contents().putLater("m1", new byte[] {1}, 1);
    line.contents().refuse("m2", 410);
    assertThat(call("GET", "/v2/bot/message/m1/content", "")).isEqualTo(202);
    assertThat(call("GET", "/v2/bot/message/m1/content", "")).isEqualTo(200);
    assertThat(call("GET", "/v2/bot/message/m2/content", "")).isEqualTo(410);
    assertThat(call("GET", "/v2/bot/message/m3/content", "")).isEqualTo(404);
  }

  private int loading(String sign) throws Exception {
    String[] parts = sign.split(",");
    return call(
        "POST",
        "/v2/bot/chat/loading/start",
        "{'chatId':" + parts[0] + ",'loadingSeconds':" + parts[1] + "}");
  }

  private int push(String to, String messages, String key) throws Exception {
    return call(
        "POST",
        "/v2/bot/message/push",
        "{'to':'" + to + "','messages':[" + messages + "]}",
        key == null ? new String[0] : new String[] {"X-Line-Retry-Key", key});
  }

  private int call(String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(line.baseUrl() + path))
            .header("Authorization", "Bearer token")
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
