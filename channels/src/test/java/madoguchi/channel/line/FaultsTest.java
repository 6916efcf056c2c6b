package madoguchi.channel.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every fault between the bot and LINE, before LINE has taken a reply and after: the resident reads
 * one answer, or none and staff see why. Three residents each, or as many as {@code -Dfaults=200}
 * says.
 */
class FaultsTest {

  private static final int TIMES = Integer.getInteger("faults", 3);

  /** What the first try of each reply meets instead of LINE. */
  enum Fault {
    RESET(() -> fault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)),
    EMPTY(() -> fault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)),
    GARBAGE(() -> fault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK)),
    RANDOM(() -> fault(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE)),
    DRIP(() -> aResponse().withBody("{\"sentMessages\":[]}").withChunkedDribbleDelay(20, 60_000)),
    HANG(() -> aResponse().withFixedDelay(60_000)),
    HTML(() -> aResponse().withStatus(200).withBody("<html>ようこそ</html>")),
    STATUS_408(() -> aResponse().withStatus(408)),
    RATE_429(() -> refused("The API rate limit has been exceeded. Try again later.")),
    CONCURRENCY_429(() -> refused("The request was rejected: too many concurrent requests")),
    QUOTA_429(() -> refused("You have reached your monthly limit.")),
    STATUS_500(() -> aResponse().withStatus(500)),
    STATUS_503(() -> aResponse().withStatus(503).withHeader("Retry-After", "0"));

    private final Supplier<ResponseDefinitionBuilder> response;

    Fault(Supplier<ResponseDefinitionBuilder> response) {
      this.response = response;
    }

    private static ResponseDefinitionBuilder fault(
        com.github.tomakehurst.wiremock.http.Fault fault) {
      return aResponse().withFault(fault);
    }

    private static ResponseDefinitionBuilder refused(String message) {
      return aResponse().withStatus(429).withBody("{\"message\":\"" + message + "\"}");
    }
  }

  private final Set<String> met = ConcurrentHashMap.newKeySet();
  private final WireMockServer road =
      new WireMockServer(
          options()
              .dynamicPort()
              .asynchronousResponseEnabled(true)
              // What hangs holds a thread of the road for ever.
              .containerThreads(2 * TIMES + 32)
              .extensions(new Notes()));
  private LineTown town;

  /** Notes which replies have met the fault. */
  private final class Notes implements ServeEventListener {
    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
      met.add(token(event.getRequest().getBody()));
    }

    @Override
    public String getName() {
      return "notes";
    }
  }

  @BeforeEach
  void open() {
    road.start();
    town = new LineTown(Duration.ofMillis(400), Duration.ofMinutes(1));
    town.set("line.api-base-url", road.baseUrl());
    road.stubFor(
        any(anyUrl()).atPriority(9).willReturn(aResponse().proxiedFrom(town.line.baseUrl())));
    town.workers.start();
  }

  @AfterEach
  void close() {
    town.close();
    road.stop();
  }

  @ParameterizedTest
  @EnumSource
  void oneAnswerWhenTheFirstTryMeetsIt(Fault fault) {
    road.stubFor(
        any(anyUrl())
            .andMatching(request -> MatchResult.of(!met.contains(token(request))))
            .atPriority(1)
            .willReturn(fault.response.get()));
    ask();
    for (int i = 0; i < TIMES; i++) {
      assertThat(town.read("U" + i, 1)).hasSize(1);
    }
    settle();
    assertThat(town.line.book()).hasSize(TIMES);
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).isEmpty();
    assertThat(met).hasSize(TIMES);
  }

  @ParameterizedTest
  @EnumSource
  void oneAnswerWhenItHappensAfterLineHasTakenIt(FakeLine.Spoilt how) {
    town.line.spoil(how, TIMES);
    ask();
    settle();
    assertThat(town.line.book()).hasSize(TIMES);
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noneAndStaffSeeWhyWhenItNeverEnds(Fault fault) {
    road.stubFor(any(anyUrl()).atPriority(1).willReturn(fault.response.get()));
    ask();
    // Not in the middle of a try: what is under way when its lease ends may have arrived.
    for (int i = 0; i < TIMES; i++) {
      String user = "U" + i;
      LineTown.patiently(Duration.ofMinutes(1))
          .until(() -> town.waiting(user).filter(d -> !d.note().isBlank()).isPresent());
    }
    // On busy cores a first try may be over before the road has seen it.
    LineTown.patiently(Duration.ofMinutes(1)).until(() -> town.waited(met.size() == TIMES));
    town.pass(Duration.ofMinutes(2));
    LineTown.patiently(Duration.ofMinutes(5))
        .until(() -> town.waited(town.outbox.troubled(LineTown.DEMO, 1_000).size() == TIMES));
    List<Dispatch> troubled = town.outbox.troubled(LineTown.DEMO, 1_000);
    assertThat(troubled)
        .allSatisfy(
            d -> {
              assertThat(d.state()).isIn(SendState.AMBIGUOUS, SendState.GIVEN_UP);
              assertThat(d.note()).isNotBlank();
            });
    boolean certain = fault.name().endsWith("429");
    assertThat(troubled.stream().anyMatch(d -> d.state() == SendState.AMBIGUOUS))
        .isEqualTo(!certain);
    assertThat(town.line.book()).isEmpty();
  }

  private void ask() {
    town.deliver(
        IntStream.range(0, TIMES)
            .mapToObj(i -> town.line.text("U" + i, "ごみ"))
            .toArray(JsonNode[]::new));
  }

  private void settle() {
    for (int i = 0; i < TIMES; i++) {
      String user = "U" + i;
      LineTown.patiently(Duration.ofMinutes(5))
          .until(() -> town.waited(!town.line.book(user).isEmpty()));
      town.settled(user);
    }
  }

  private static String token(Request request) {
    return token(request.getBody());
  }

  private static String token(byte[] body) {
    return body == null || body.length == 0
        ? ""
        : JsonMapper.shared().readTree(body).path("replyToken").asString("");
  }
}
