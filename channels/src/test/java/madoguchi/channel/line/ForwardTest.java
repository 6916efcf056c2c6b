package madoguchi.channel.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What this bot has nothing to say to goes on to the town's other service, as LINE sent it. */
class ForwardTest {

  private final WireMockServer other = new WireMockServer(options().dynamicPort());
  private LineTown town;

  @BeforeEach
  void open() {
    other.start();
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    town = new LineTown(Duration.ofSeconds(2), Duration.ofMinutes(1));
    town.set("line.forward-url", other.baseUrl() + "/hook?service=2");
    town.workers.start();
    town.errander.start();
  }

  @AfterEach
  void close() {
    town.close();
    other.stop();
  }

  @Test
  void handsTheWholeDeliveryOnUntouched() throws Exception {
    ObjectNode foreign = town.line.postback("Ua", "reserve=2026-12-01");
    ObjectNode ours = town.line.text("Ua", "ごみ");
    byte[] body =
        new String(town.line.webhook(foreign, ours), java.nio.charset.StandardCharsets.UTF_8)
            .replace(",", " ,\n ")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String signature = town.line.signature(body);
    assertThat(post(body, signature)).isEqualTo(200);
    assertThat(town.outcome(foreign)).isEqualTo("silent-forwarded");
    assertThat(town.read("Ua", 1)).hasSize(1);
    await().until(() -> received() == 1);
    other.verify(
        postRequestedFor(urlEqualTo("/hook?service=2"))
            .withHeader("x-line-signature", equalTo(signature))
            .withHeader("Content-Type", equalTo("application/json;charset=UTF-8"))
            .withRequestBody(binaryEqualTo(body)));
  }

  @Test
  void keepsToItselfWhatItAnswers() {
    town.deliver(town.line.text("Ub", "ごみ"));
    town.read("Ub", 1);
    ObjectNode marker = town.line.event("Ub", "beacon");
    town.deliver(marker);
    await().until(() -> received() == 1);
    assertThat(other.getAllServeEvents().getFirst().getRequest().getBodyAsString())
        .contains("beacon")
        .doesNotContain("ごみ");
  }

  @ParameterizedTest
  @CsvSource({"all, 3", "beacon, 1", "'beacon, message', 2", "nothing, 0"})
  void handsOnTheKindsThatTheTownSays(String kinds, int expected) {
    town.set("line.forward-events", kinds);
    ObjectNode last = town.line.event("Uc", "follow");
    town.deliver(town.line.text("Uc", "ごみ"));
    town.deliver(town.line.event("Uc", "beacon"));
    town.deliver(last);
    town.outcome(last);
    await().until(() -> received() >= expected);
    // What was received is settled a moment later.
    await()
        .until(
            () ->
                town.errands
                    .due(LineTown.DEMO, ForwardRunner.KIND, town.now.get().plusSeconds(999), 9)
                    .isEmpty());
    assertThat(received()).isEqualTo(expected);
  }

  @Test
  void triesAgainWithPatienceAndShowsThatItDoes() {
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    ObjectNode event = town.line.event("Ud", "beacon");
    town.deliver(event);
    awaitNote("503");
    other.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    town.pass(Duration.ofMinutes(1));
    await().until(() -> failures().stream().anyMatch(e -> !e.note().equals("503")));
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    awaitWithPatience(() -> failures().isEmpty());
    assertThat(town.outcome(event)).isEqualTo("silent-beacon");
  }

  @Test
  void givesUpAfterADay() {
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
    town.deliver(town.line.event("Ue", "beacon"));
    await().until(() -> !failures().isEmpty());
    town.pass(Duration.ofHours(24));
    await().until(() -> failures().getFirst().state() == SendState.GIVEN_UP);
    assertThat(failures().getFirst().note()).isEqualTo("404");
  }

  @Test
  void isNotLedElsewhere() {
    other.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(307).withHeader("Location", other.baseUrl() + "/else")));
    town.deliver(town.line.event("Uf", "beacon"));
    awaitNote("307");
    other.verify(0, postRequestedFor(urlEqualTo("/else")));
  }

  @Test
  void handsOnOnceWhatLineDeliversAgain() {
    ObjectNode event = town.line.event("Ug", "beacon");
    town.deliver(event);
    await().until(() -> received() == 1);
    town.deliver(town.line.redelivered(event));
    town.deliver(town.line.event("Ug", "things"));
    await().until(() -> received() == 2);
    assertThat(other.getAllServeEvents())
        .filteredOn(e -> e.getRequest().getBodyAsString().contains("beacon"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.jp/hook",
        "https://10.0.0.1/hook",
        "https://192.168.1.1/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/hook",
        "ftp://127.0.0.1/",
        "nonsense"
      })
  void goesToNoAddressWithinTheTownsOwnNetworkNorInTheClear(String url) {
    town.set("line.forward-url", url);
    town.deliver(town.line.event("Uh", "beacon"));
    await().until(() -> !failures().isEmpty());
    assertThat(failures().getFirst().note()).isIn("private address", "address must be https");
  }

  @Test
  void takesWhatIsTakenBackOutOfWhatStillWaits() {
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    ObjectNode secret = town.line.text("Ui", "ごみの秘密");
    town.deliver(town.line.postback("Ui", "reserve=2026-12-01"), secret);
    awaitNote("503");
    ObjectNode foreign = town.line.unsend(secret);
    foreign.putObject("source").put("type", "user").put("userId", "Uj");
    town.deliver(foreign);
    assertThat(waiting()).as("nobody takes back what another said").contains("秘密");
    town.deliver(town.line.unsend(secret));
    assertThat(waiting()).contains("reserve=2026-12-01").doesNotContain("秘密");
    other.resetRequests();
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    awaitWithPatience(() -> waiting().isEmpty());
    assertThat(other.getAllServeEvents())
        .extracting(e -> e.getRequest().getBodyAsString())
        .noneMatch(body -> body.contains("秘密"))
        .anyMatch(body -> body.contains("reserve=2026-12-01"));
    assertThat(other.getAllServeEvents())
        .allSatisfy(
            e ->
                assertThat(e.getRequest().getHeader("x-line-signature"))
                    .isEqualTo(town.line.signature(e.getRequest().getBody())));
  }

  @Test
  void handsOnNoDeliveryOfWhichAllIsTakenBack() {
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    town.set("line.forward-events", "message");
    ObjectNode secret = town.line.text("Uk", "ごみの秘密");
    town.deliver(secret);
    awaitNote("503");
    town.deliver(town.line.unsend(secret));
    assertThat(waiting()).isEmpty();
    assertThat(failures()).isEmpty();
  }

  @Test
  void takesOutAlsoWhatComesAfterItWasTakenBack() {
    other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    town.set("line.forward-events", "message");
    town.deliver(town.line.text("Ul", "こんにちは"));
    town.read("Ul", 1);
    ObjectNode secret = town.line.text("Ul", "ごみの秘密");
    town.deliver(town.line.unsend(secret));
    town.deliver(secret);
    assertThat(town.outcome(secret)).isEqualTo("taken-back");
    assertThat(waiting()).contains("こんにちは").doesNotContain("秘密");
  }

  /** The words of what has not gone on yet. */
  private String waiting() {
    return town
        .errands
        .due(LineTown.DEMO, ForwardRunner.KIND, town.now.get().plus(Duration.ofHours(23)), 99)
        .stream()
        .map(Errand::payload)
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private int received() {
    return other.getAllServeEvents().size();
  }

  private List<Errand> failures() {
    return town.errands.troubled(LineTown.DEMO, ForwardRunner.KIND, 9);
  }

  private int post(byte[] body, String signature) throws Exception {
    URI webhook = town.webhook("demo");
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json;charset=UTF-8")
            .header("x-line-signature", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /** The next try may end as a time-out too: another minute passes, and another. */
  private void awaitWithPatience(BooleanSupplier done) {
    await()
        .until(
            () -> {
              town.pass(Duration.ofMinutes(1));
              return done.getAsBoolean();
            });
  }

  /** A try may end as a time-out first while the JVM is cold: time passes until the next. */
  private void awaitNote(String note) {
    await()
        .until(
            () -> {
              List<String> notes = failures().stream().map(Errand::note).toList();
              boolean noted = notes.contains(note);
              if (!noted && !notes.isEmpty()) {
                town.pass(Duration.ofMinutes(1));
              }
              return noted;
            });
  }
}
