package madoguchi.bot.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import madoguchi.knowledge.embedding.EmbeddingsFailed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model outside that answers well, late, wrongly or not at all. */
class ApiEmbeddingsTest {

  private static final String PATH = "/v1/embeddings";
  private static final WireMockServer API =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private ApiEmbeddings embeddings;

  @BeforeAll
  static void start() {
    API.start();
  }

  @AfterAll
  static void stop() {
    API.stop();
  }

  @BeforeEach
  void open() {
    API.resetAll();
    embeddings = embeddings(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    embeddings.close();
  }

  private ApiEmbeddings embeddings(Duration deadline) {
    Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    return new ApiEmbeddings(
        new EmbeddingSettings(
            API.baseUrl() + "/v1",
            "sesame",
            "small",
            deadline,
            Duration.ofSeconds(20),
            Duration.ofSeconds(30)),
        clock);
  }

  private static void answers(String body) {
    API.stubFor(post(urlEqualTo(PATH)).willReturn(okJson(body)));
  }

  private static String part(int index, String direction) {
    return "{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}".formatted(index, direction);
  }

  private static String body(String... parts) {
    return "{\"object\":\"list\",\"data\":[%s],\"model\":\"small\",\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"
        .formatted(String.join(",", parts));
  }

  @Test
  void givesDirectionsOfLengthOne() {
    answers(body(part(0, "[3.0,4.0]")));
    assertThat(embeddings.ofQuestion("粗大ごみ"))
        .hasValueSatisfying(direction -> assertThat(direction).containsExactly(0.6f, 0.8f));
    assertThat(embeddings.trouble()).isEmpty();
    LoggedRequest sent = API.findAll(postRequestedFor(urlEqualTo(PATH))).getFirst();
    assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer sesame");
    assertThat(sent.getBodyAsString()).contains("粗大ごみ", "small");
  }

  @Test
  void putsAnotherOrderRight() {
    answers(body(part(2, "[0,0,1]"), part(0, "[1,0,0]"), part(1, "[0,1,0]")));
    List<float[]> directions = embeddings.ofEntries(List.of("a", "b", "c"));
    assertThat(directions.get(0)).containsExactly(1, 0, 0);
    assertThat(directions.get(1)).containsExactly(0, 1, 0);
    assertThat(directions.get(2)).containsExactly(0, 0, 1);
  }

  @Test
  void sendsNoPersonalNumber() {
    answers(body(part(0, "[1,0]")));
    embeddings.ofQuestion("電話は090-1234-5678です");
    embeddings.ofEntries(List.of("個人番号 1234 5678 9018"));
    assertThat(API.findAll(postRequestedFor(urlEqualTo(PATH))))
        .hasSize(2)
        .allSatisfy(
            sent -> assertThat(sent.getBodyAsString()).doesNotContain("1234-5678", "5678 9018"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{}",
        "{\"data\":[]}",
        "{\"data\":[{\"index\":0,\"embedding\":[]}]}",
        "{\"data\":[{\"index\":0,\"embedding\":[0.0,0.0]}]}",
        "{\"data\":[{\"index\":0,\"embedding\":\"!!\"}]}",
        "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[1,0]}]}",
        "{\"error\":{\"message\":\"no\"}}"
      })
  void doesWithoutWhatIsOfNoUse(String body) {
    answers(body);
    assertThat(embeddings.ofQuestion("ごみ")).isEmpty();
    assertThat(embeddings.trouble()).isPresent();
    assertThatThrownBy(() -> embeddings.ofEntries(List.of("ごみ")))
        .isInstanceOf(EmbeddingsFailed.class);
  }

  @Test
  void refusesABatchWithDirectionsOfDifferentLengths() {
    answers(body(part(0, "[1,0]"), part(1, "[1,0,0]")));
    assertThatThrownBy(() -> embeddings.ofEntries(List.of("a", "b")))
        .isInstanceOf(EmbeddingsFailed.class)
        .hasMessageContaining("different lengths");
  }

  @Test
  void doesWithoutAnEndpointThatIsIll() {
    API.stubFor(
        post(urlEqualTo(PATH)).willReturn(aResponse().withStatus(500).withBody("secret: ごみの質問")));
    assertThat(embeddings.ofQuestion("ごみの質問")).isEmpty();
    assertThat(embeddings.trouble())
        .hasValueSatisfying(why -> assertThat(why).doesNotContain("ごみ", "secret"));
    API.stubFor(
        post(urlEqualTo(PATH)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertThat(embeddings.ofQuestion("ごみ")).isEmpty();
  }

  @Test
  void waitsForAQuestionNoLongerThanItsDeadline() {
    API.stubFor(
        post(urlEqualTo(PATH)).willReturn(okJson(body(part(0, "[1,0]"))).withFixedDelay(20_000)));
    try (ApiEmbeddings hasty = embeddings(Duration.ofMillis(150))) {
      long begun = System.nanoTime();
      assertThat(hasty.ofQuestion("ごみ")).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void restsAfterThreeFailuresAndTriesAgain() {
    API.stubFor(post(urlEqualTo(PATH)).willReturn(aResponse().withStatus(503)));
    for (int i = 0; i < 6; i++) {
      assertThat(embeddings.ofQuestion("ごみ")).isEmpty();
    }
    assertThat(API.findAll(postRequestedFor(urlEqualTo(PATH)))).hasSize(3);
    answers(body(part(0, "[1,0]")));
    assertThat(embeddings.ofQuestion("ごみ")).as("while it rests").isEmpty();
    now.set(Instant.EPOCH.plusSeconds(30));
    assertThat(embeddings.ofQuestion("ごみ")).isPresent();
    assertThat(embeddings.trouble()).isEmpty();
  }
}
