package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every status of the webhook, from outside, in the contract's order. */
class LineWebhookTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String EMPTY = "{\"destination\":\"Ubot\",\"events\":[]}";
  private static LineTown town;

  @BeforeAll
  static void start() {
    town = new LineTown();
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  @AfterEach
  void storageIsUp() {
    town.storageIsDown = false;
  }

  @Test
  void acceptsTheOfficialSignatureVector() throws Exception {
    var code = new madoguchi.municipality.MunicipalityCode("official");
    town.towns.store(
        LineTown.town(code, Map.of("line.channel-secret", "8c570fa6dd201bb328f1c1eac23a96d8")));
    byte[] body = bytes("{\"destination\":\"U8e742f61d673b39c7fff3cecb7536ef0\",\"events\":[]}");
    String signature = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=";
    assertThat(post(town.webhook("official"), body, signature).statusCode()).isEqualTo(200);
    body[body.length - 2] = ' ';
    assertThat(post(town.webhook("official"), body, signature).statusCode()).isEqualTo(401);
  }

  @Test
  void acceptsTheHeaderInAnyCaseAndThePreviousSecret() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(town.webhook("demo"))
            .header("X-LINE-Signature", FakeLine.signature("secret-before", bytes(EMPTY)))
            .POST(HttpRequest.BodyPublishers.ofString(EMPTY))
            .build();
    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "DEMO", "demo.", "webonly", "%00", "a%20b"})
  void knowsNoSuchTownOrNoLineThere(String code) throws Exception {
    // Unsigned and too large at once: the first check wins.
    HttpResponse<String> response = post(town.webhook(code), new byte[1_048_577], null);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void refusesOneByteTooManyBeforeItLooksAtTheSignature() throws Exception {
    byte[] most = padded(1_048_576);
    byte[] tooMany = padded(1_048_577);
    assertThat(post(town.webhook("demo"), most, sign(most)).statusCode()).isEqualTo(200);
    HttpResponse<String> response = post(town.webhook("demo"), tooMany, sign(tooMany));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(problem(response).path("status").asInt()).isEqualTo(413);
    assertThat(post(town.webhook("demo"), tooMany, null).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesAnEndlessBodyWithoutReadingOn() throws Exception {
    URI webhook = town.webhook("demo");
    try (Socket socket = new Socket(webhook.getHost(), webhook.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          bytes(
              "POST "
                  + webhook.getPath()
                  + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
      byte[] chunk = bytes("10000\r\n" + " ".repeat(0x10000) + "\r\n");
      for (int i = 0; i < 17; i++) {
        out.write(chunk); // 17 × 64 KiB and no end
      }
      out.flush();
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "=",
        "====",
        "!!!!",
        "署名",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "null"
      })
  void refusesAWrongSignature(String signature) throws Exception {
    // By hand, for Java's client sends no header in other letters than ASCII.
    URI webhook = town.webhook("demo");
    try (Socket socket = new Socket(webhook.getHost(), webhook.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              bytes(
                  "POST "
                      + webhook.getPath()
                      + " HTTP/1.1\r\nHost: x\r\nx-line-signature: "
                      + signature
                      + "\r\nContent-Length: "
                      + EMPTY.length()
                      + "\r\n\r\n"
                      + EMPTY));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 401");
    }
  }

  @Test
  void refusesSignaturesThatAreOnlyAlmostRight() throws Exception {
    String right = sign(bytes(EMPTY));
    byte[] hash = Base64.getDecoder().decode(right);
    for (String wrong :
        new String[] {
          right.replace("=", ""),
          right + "=",
          right + "A",
          right.substring(1),
          right.toLowerCase(java.util.Locale.ROOT),
          Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, 31)),
          Base64.getEncoder().encodeToString(Arrays.copyOf(hash, 33)),
          java.util.HexFormat.of().formatHex(hash),
          FakeLine.signature("secret-hill", bytes(EMPTY)),
          FakeLine.signature("secret-demo", bytes(EMPTY + " "))
        }) {
      assertThat(post(town.webhook("demo"), bytes(EMPTY), wrong).statusCode())
          .as(wrong)
          .isEqualTo(401);
    }
    assertThat(post(town.webhook("demo"), bytes(EMPTY), null).statusCode()).isEqualTo(401);
    assertThat(post(town.webhook("demo"), bytes(EMPTY), right).statusCode()).isEqualTo(200);
  }

  @Test
  void looksAtTheSignatureBeforeItReads() throws Exception {
    assertThat(post(town.webhook("demo"), bytes("no json"), "wrong").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no json",
        "{",
        "{\"destination\":\"Ubot\",\"events\":[",
        "[]",
        "null",
        "\"text\"",
        "{}",
        "{\"destination\":\"Ubot\"}",
        "{\"destination\":\"Ubot\",\"events\":null}",
        "{\"destination\":\"Ubot\",\"events\":{}}",
        "{\"destination\":\"Ubot\",\"events\":[]} x",
        "{\"destination\":\"Uother\",\"events\":[]}",
        "{\"destination\":null,\"events\":[]}",
        "{\"destination\":[\"Ubot\"],\"events\":[]}",
        "{\"events\":[]}"
      })
  void refusesWhatIsNoWebhookForThisBot(String body) throws Exception {
    town.storageIsDown = true;
    HttpResponse<String> response = signed(bytes(body));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(problem(response).path("title").asString()).isNotBlank();
  }

  @Test
  void refusesDeepNestingAndBrokenUtf8() throws Exception {
    assertThat(signed(bytes("{\"events\":" + "[".repeat(100_000))).statusCode()).isEqualTo(400);
    byte[] broken = bytes(EMPTY);
    broken[20] = (byte) 0xC3;
    assertThat(signed(broken).statusCode()).isEqualTo(400);
  }

  @Test
  void doesNotCheckTheDestinationOfATownThatDoesNotKnowItsBot() throws Exception {
    byte[] body = bytes("{\"destination\":\"Uanybody\",\"events\":[]}");
    assertThat(
            post(town.webhook("hill"), body, FakeLine.signature("secret-hill", body)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void neverSays200BeforeItIsStored() throws Exception {
    ObjectNode event = town.line.text("Ustored", "ごみ");
    town.storageIsDown = true;
    HttpResponse<String> response = signed(town.line.webhook(event));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).doesNotContain("ごみ", "disk", "Exception");
    assertThat(town.timesStored(event)).isZero();
    town.storageIsDown = false;
    assertThat(signed(town.line.webhook(town.line.redelivered(event))).statusCode()).isEqualTo(200);
    assertThat(town.timesStored(event)).isEqualTo(1);
  }

  @Test
  void takesTheSameEventInOnceWhenItComesAHundredTimesAtOnce() throws Exception {
    ObjectNode event = town.line.text("Uhundred", "ごみ");
    byte[] first = town.line.webhook(event);
    byte[] again = town.line.webhook(town.line.redelivered(event), town.line.text("Uh2", "ごみ"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 100)
              .mapToObj(i -> i % 2 == 0 ? first : again)
              .map(body -> CompletableFuture.supplyAsync(() -> status(body), threads))
              .toList();
      assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(200));
    }
    assertThat(town.timesStored(event)).isEqualTo(1);
  }

  @Test
  void refusesOtherMethods() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(town.webhook("demo")).GET().build();
    assertThat(HTTP.send(get, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  private static int status(byte[] body) {
    try {
      return signed(body).statusCode();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static HttpResponse<String> signed(byte[] body) throws Exception {
    return post(town.webhook("demo"), body, sign(body));
  }

  private static String sign(byte[] body) {
    return FakeLine.signature("secret-demo", body);
  }

  private static HttpResponse<String> post(URI uri, byte[] body, String signature)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("x-line-signature", signature);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode problem(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    return JsonMapper.shared().readTree(response.body());
  }

  private static byte[] padded(int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) ' ');
    byte[] json = bytes(EMPTY);
    System.arraycopy(json, 0, body, 0, json.length);
    return body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
