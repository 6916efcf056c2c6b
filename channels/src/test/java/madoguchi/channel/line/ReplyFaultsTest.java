package madoguchi.channel.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.InMemoryMunicipalities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of a reply when the other side fails in every way; each try is one request. */
@ExtendWith(OutputCaptureExtension.class)
class ReplyFaultsTest {

  private static final WireMockServer LINE = new WireMockServer(options().dynamicPort());
  private static final String JSON = "{\"sentMessages\":[{\"id\":\"1\",\"quoteToken\":\"q\"}]}";

  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final LineChannel channel = channel(Duration.ofSeconds(10));

  @BeforeAll
  static void start() {
    LINE.start();
  }

  @AfterAll
  static void stop() {
    LINE.stop();
  }

  @BeforeEach
  void town() {
    LINE.resetAll();
    pointTo(LINE.baseUrl(), "secret-token");
  }

  @Test
  void sendsWhatWasWrittenAsLineWantsIt() {
    answer(ok(JSON).withHeader("x-line-request-id", "r1"));
    assertThat(channel.send(fresh())).isEqualTo(new Delivery(SendState.SENT, "200"));
    LINE.verify(
        1,
        postRequestedFor(urlEqualTo("/v2/bot/message/reply"))
            .withHeader("Authorization", equalTo("Bearer secret-token"))
            .withoutHeader("X-Line-Retry-Key")
            .withRequestBody(
                equalToJson(
                    """
                    {"replyToken": "reply-token", "notificationDisabled": false, "messages": [
                      {"type": "text", "text": "秘密の答え", "quickReply": {"items": [
                        {"type": "action", "action": {"type": "postback", "label": "職員に相談する",
                         "data": "choice=handoff", "displayText": "職員に相談する"}}]}}]}
                    """,
                    true,
                    true)));
  }

  @ParameterizedTest
  @CsvSource({
    "408, TRYING",
    "429, TRYING",
    "500, TRYING",
    "502, TRYING",
    "503, TRYING",
    "504, TRYING",
    "400, GIVEN_UP",
    "401, GIVEN_UP",
    "403, GIVEN_UP",
    "404, GIVEN_UP",
    "409, GIVEN_UP",
    "413, GIVEN_UP",
    "307, GIVEN_UP",
    "204, TRYING"
  })
  void decidesByStatus(int status, SendState expected) {
    // Retry-After: 0 is what OkHttp would take as leave to send a 503 again by itself.
    answer(aResponse().withStatus(status).withHeader("Retry-After", "0").withBody("{}"));
    Delivery delivery = channel.send(fresh());
    assertThat(delivery.state()).isEqualTo(expected);
    assertThat(delivery.note()).contains(status == 204 ? "200" : Integer.toString(status));
    onlyOneRequest();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void takesNoOtherPageForLine(int status) {
    answer(aResponse().withStatus(status));
    LINE.stubFor(any(urlEqualTo("/elsewhere")).willReturn(ok("<html></html>")));
    assertThat(channel.send(fresh()).state()).isNotEqualTo(SendState.SENT);
    LINE.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void triesAgainAfterABrokenConnection(Fault fault) {
    answer(aResponse().withFault(fault));
    assertThat(channel.send(fresh()).state()).isEqualTo(SendState.TRYING);
    onlyOneRequest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>ようこそ</html>", "", "[", "\"ok\"", "[]", "null"})
  void takesNo200FromAnybodyButLine(String body) {
    answer(ok(body));
    assertThat(channel.send(fresh())).isEqualTo(new Delivery(SendState.TRYING, "200"));
    onlyOneRequest();
  }

  @Test
  void waitsForAHangingLineOnlyUntilTheDeadline() {
    withinTheDeadline(ok(JSON).withFixedDelay(20_000));
  }

  @Test
  void waitsForADrippingLineOnlyUntilTheDeadline() {
    withinTheDeadline(ok(JSON).withChunkedDribbleDelay(40, 20_000));
  }

  @Test
  void triesAgainWhenNobodyIsThere() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    pointTo("http://127.0.0.1:" + free, "secret-token");
    assertThat(channel.send(fresh()))
        .isEqualTo(new Delivery(SendState.TRYING, "not sent ×1: connect"));
  }

  @Test
  void doesNotSendAgainByItselfOnAConnectionThatWasClosedMeanwhile() {
    LINE.stubFor(
        post(anyUrl())
            .inScenario("closed")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("once")
            .willReturn(ok(JSON)));
    LINE.stubFor(
        post(anyUrl())
            .inScenario("closed")
            .whenScenarioStateIs("once")
            .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    assertThat(channel.send(fresh()).state()).isEqualTo(SendState.SENT);
    assertThat(channel.send(fresh()).state()).isEqualTo(SendState.TRYING);
    LINE.verify(2, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "with space", "line\nbreak", "日本語"})
  void sendsNothingWithoutAUsableToken(String token) {
    pointTo(LINE.baseUrl(), token);
    assertThat(channel.send(fresh()).state()).isEqualTo(SendState.GIVEN_UP);
    LINE.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "ftp://host", "http://", "http:// x", "http://h?q", "//h"})
  void sendsNothingToAMalformedAddress(String url) {
    pointTo(url, "secret-token");
    assertThat(channel.send(fresh()).state()).isEqualTo(SendState.GIVEN_UP);
  }

  @Test
  void usesANewTokenFromTheNextReplyOn() {
    answer(ok(JSON));
    channel.send(fresh());
    pointTo(LINE.baseUrl(), "next-token");
    channel.send(fresh());
    LINE.verify(
        1, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer next-token")));
    LINE.verify(
        1, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer secret-token")));
  }

  @Test
  void logsStatusAndRequestIdButNeverTextTokenOrUser(CapturedOutput output) {
    for (int status : new int[] {200, 400, 429, 500, 401}) {
      answer(
          aResponse()
              .withStatus(status)
              .withHeader("x-line-request-id", "request-" + status)
              .withBody(status == 200 ? JSON : "{\"message\":\"秘密の答え secret-token\"}"));
      channel.send(fresh());
    }
    answer(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    pointTo(LINE.baseUrl(), "secret-token-2");
    channel.send(fresh());
    assertThat(output.getAll())
        .contains(
            "request-200", "request-400", "request-429", "request-500", "/v2/bot/message/reply")
        .contains("LINE refuses the channel token of demo with 401")
        .doesNotContain("秘密", "secret-token", "reply-token");
  }

  private void withinTheDeadline(ResponseDefinitionBuilder slow) {
    // A server of its own: it counts the request when it has ended, long after this test.
    WireMockServer line = new WireMockServer(options().dynamicPort());
    line.start();
    try {
      line.stubFor(any(anyUrl()).willReturn(slow));
      pointTo(line.baseUrl(), "secret-token");
      LineChannel impatient = channel(Duration.ofMillis(500));
      long begun = System.nanoTime();
      assertThat(impatient.send(fresh())).isEqualTo(new Delivery(SendState.TRYING, "timeout"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    } finally {
      line.stop();
    }
  }

  private LineChannel channel(Duration deadline) {
    return LineTown.channel(towns, Clock.systemUTC(), deadline);
  }

  private static void onlyOneRequest() {
    LINE.verify(1, anyRequestedFor(anyUrl()));
  }

  private static ResponseDefinitionBuilder ok(String body) {
    return aResponse().withStatus(200).withBody(body);
  }

  private static void answer(ResponseDefinitionBuilder response) {
    LINE.stubFor(
        any(anyUrl()).willReturn(response.withHeader("Location", LINE.baseUrl() + "/elsewhere")));
    LINE.stubFor(any(urlEqualTo("/elsewhere")).willReturn(aResponse().withStatus(404)));
  }

  private void pointTo(String url, String token) {
    towns.store(
        LineTown.town(
            LineTown.DEMO, Map.of("line.channel-token", token, "line.api-base-url", url)));
  }

  private static Dispatch fresh() {
    String payload =
        """
        {"replyToken": "reply-token", "to": "U1", "byHand": false, "messages": [
          {"type": "text", "text": "秘密の答え", "quickReply": {"items": [
            {"type": "action", "action": {"type": "postback", "label": "職員に相談する",
             "data": "choice=handoff", "displayText": "職員に相談する"}}]}}]}
        """;
    Instant now = Instant.now();
    return new Dispatch(
        LineTown.DEMO,
        "d",
        "c",
        1,
        "line",
        now,
        now.plusSeconds(55),
        payload,
        SendState.READY,
        0,
        "");
  }
}
