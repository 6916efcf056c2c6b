package madoguchi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.channel.line.FakeLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract's outside, asked of a server process by curl, with a fake LINE and a real
 * PostgreSQL: every status that the contract names is seen. The last test takes the database away.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CurlTest {

  private static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
  private static final String TOKEN = "channel-token";
  private static final String PASSWORD = "aobano-no-himitsu";
  private static final String QUESTION = "引っ越してきたら何をすればいいですか";
  private static final String API = "/api/v1/demo/conversations";
  private static final String WEBHOOK = "/line/demo/webhook";
  private static final String SITE = "https://www.city.aobano.example";
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @TempDir static Path folder;

  private final TreeSet<Integer> seen = new TreeSet<>();
  private EmbeddedPostgres postgres;
  private FakeLine line;
  private ServerProcess server;
  private Curl curl;
  private Opened own;

  /** A conversation: its address, and the header that opens it. */
  private record Opened(String path, String bearer) {

    String messages() {
      return path + "/messages";
    }
  }

  @BeforeAll
  void begin() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    line = new FakeLine(SECRET, TOKEN, "Ubot", Clock.systemUTC());
    curl = new Curl(folder.resolve("curl"));
    server =
        new ServerProcess(
            folder.resolve("data"),
            Map.of(
                "MADOGUCHI_DB_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "MADOGUCHI_DB_USER",
                "postgres",
                "MADOGUCHI_ADMIN_PASSWORD",
                PASSWORD,
                "MADOGUCHI_WEB_ALLOWED_ORIGINS",
                SITE,
                "MADOGUCHI_LINE_CHANNEL_SECRET",
                SECRET,
                "MADOGUCHI_LINE_CHANNEL_TOKEN",
                TOKEN,
                "MADOGUCHI_LINE_BOT_USER_ID",
                "Ubot",
                "MADOGUCHI_LINE_API_BASE_URL",
                line.baseUrl()));
    own = open();
  }

  @AfterAll
  void end() throws Exception {
    if (server != null) {
      server.close();
    }
    line.close();
    postgres.close();
  }

  @Test
  @Order(1)
  void answersAQuestionOnceThoughItIsPostedFiveTimesAtOnce() throws Exception {
    List<Curl.Answer> answers =
        atOnce(Collections.nCopies(5, () -> saw(ask(own, "q1", QUESTION), 200)));
    assertThat(answers).extracting(Curl.Answer::body).containsOnly(answers.getFirst().body());
    Curl.Answer first = answers.getFirst();
    assertThat(first.json().get("outcome").asString()).isEqualTo("answered");
    assertThat(first.json().at("/messages/0/text").asString()).contains("転入届");
    assertThat(first.json().at("/messages/0/sources/0/faqId").asString()).isNotBlank();
    assertThat(first.header("cache-control")).hasValue("no-store");

    Curl.Answer lines = saw(curl.get(server.at(own.messages()), "-H", own.bearer()), 200);
    assertThat(lines.json().valueStream().filter(said -> said.get("from").asString().equals("bot")))
        .hasSize(1);
    saw(ask(own, "q1", "転出届はどこですか"), 409);
  }

  @Test
  @Order(2)
  void takesVotesChoicesAndAWishForAPerson() throws Exception {
    String answer = ask(own, "q1", QUESTION).json().at("/messages/0/id").asString();
    byte[] vote = "{\"useful\":true}".getBytes(UTF_8);
    saw(put(own.messages() + "/" + answer + "/feedback", vote), 204);
    saw(put(own.messages() + "/999/feedback", vote), 404);
    saw(put(own.messages() + "/" + answer + "/feedback", "{}".getBytes(UTF_8)), 400);

    Opened other = open();
    Curl.Answer asked = saw(ask(other, "q2", "住民税"), 200);
    assertThat(asked.json().get("outcome").asString()).isEqualTo("choose");
    assertThat(asked.json().at("/messages/0/choices").findValuesAsString("label"))
        .contains("どれでもない");
    String value = asked.json().at("/messages/0/choices/0/value").asString();
    Curl.Answer chosen = saw(say(other, "q3", "choice", value), 200);
    assertThat(chosen.json().get("outcome").asString()).isEqualTo("answered");
    saw(say(other, "q4", "choice", "faq:never-offered"), 400);

    Curl.Answer handedOver = saw(say(other, "q5", "action", "handoff"), 200);
    assertThat(handedOver.json().get("outcome").asString()).isEqualTo("handed_over");
    saw(say(other, "q6", "action", "dance"), 400);
  }

  @Test
  @Order(3)
  void streamsTheLinesFromTheStartAndFromTheNextOne() throws Exception {
    Curl.Answer all =
        saw(curl.get(server.at(own.path() + "/events"), "-N", "-m", "1", "-H", own.bearer()), 200);
    assertThat(all.header("content-type").orElseThrow()).startsWith("text/event-stream");
    assertThat(all.body().lines().filter(l -> l.startsWith("id:")).limit(3))
        .containsExactly("id:1", "id:2");
    assertThat(all.body()).contains("event:message", "event:state", "\"from\":\"resident\"");

    Curl.Answer rest =
        saw(
            curl.get(
                server.at(own.path() + "/events"),
                "-N",
                "-m",
                "1",
                "-H",
                own.bearer(),
                "-H",
                "Last-Event-ID: 1"),
            200);
    assertThat(rest.body().lines().filter(l -> l.startsWith("id:")).findFirst()).hasValue("id:2");
    saw(curl.get(server.at(own.path() + "/events")), 401);
    saw(
        curl.get(server.at(own.path() + "/events"), "-H", own.bearer(), "-H", "Last-Event-ID: x"),
        400);
  }

  @Test
  @Order(4)
  void refusesWhatIsNotForItWithAProblem() throws Exception {
    String messages = own.messages();
    String hello = message("x", "text", "a");
    saw(curl.post(server.at("/api/v1/nix/conversations"), "{}"), 404);
    saw(curl.post(server.at(messages), hello), 401);
    saw(curl.post(server.at(messages), hello, "-H", "Authorization: Bearer x"), 401);
    saw(curl.post(server.at(messages), hello, "-H", "Authorization: Basic eDp5"), 401);
    saw(curl.post(server.at(API + "/nix/messages"), hello, "-H", own.bearer()), 404);
    saw(curl.post(server.at(messages), hello, "-H", open().bearer()), 404);
    saw(curl.post(server.at(messages), "{", "-H", own.bearer()), 400);
    saw(curl.post(server.at(messages), "{\"clientMessageId\":\"x\"}", "-H", own.bearer()), 400);
    saw(
        curl.post(
            server.at(messages),
            "{\"clientMessageId\":\"x\",\"text\":\"a\",\"action\":\"handoff\"}",
            "-H",
            own.bearer()),
        400);
    saw(ask(own, "x", ""), 400);
    saw(ask(own, "x", "あ".repeat(1_001)), 400);
    saw(ask(own, "x y", "a"), 400);
    saw(ask(own, "x".repeat(65), "a"), 400);
    saw(ask(own, "x", "あ".repeat(100_000)), 413);
    saw(
        curl.post(server.at(messages), hello, "-H", own.bearer(), "-H", "Content-Type: text/plain"),
        415);
    saw(curl.post(server.at(messages), hello, "-H", own.bearer(), "-H", "Content-Type:"), 415);
    saw(curl.get(server.at(messages), "-X", "PATCH", "-H", own.bearer()), 405);
  }

  @Test
  @Order(5)
  void speaksToTheTownsOwnSiteAndToNoOther() throws Exception {
    saw(curl.post(server.at(API), "{}", "-H", "Origin: https://elsewhere.example"), 403);
    Curl.Answer allowed = saw(curl.post(server.at(API), "{}", "-H", "Origin: " + SITE), 201);
    assertThat(allowed.header("access-control-allow-origin")).hasValue(SITE);
    Curl.Answer before =
        saw(
            curl.get(
                server.at(own.messages()),
                "-X",
                "OPTIONS",
                "-H",
                "Origin: " + SITE,
                "-H",
                "Access-Control-Request-Method: POST",
                "-H",
                "Access-Control-Request-Headers: authorization,content-type"),
            200);
    assertThat(before.header("access-control-allow-headers").orElseThrow())
        .containsIgnoringCase("authorization");
  }

  @Test
  @Order(6)
  void answersASignedWebhookOnceAndItsRepetitionNot() throws Exception {
    byte[] body = line.webhook(line.text("U1", QUESTION));
    saw(deliver(body, line.signature(body)), 200);
    await().atMost(Duration.ofSeconds(20)).until(() -> line.book("U1").size() == 1);
    assertThat(line.book("U1").getFirst().texts().toString()).contains("転入届");
    saw(deliver(body, line.signature(body)), 200);
    // What comes behind the repetition is answered: so the repetition has been dealt with.
    byte[] next = line.webhook(line.text("U1", QUESTION));
    saw(deliver(next, line.signature(next)), 200);
    await().atMost(Duration.ofSeconds(20)).until(() -> line.book("U1").size() >= 2);
    assertThat(line.book("U1")).hasSize(2);
  }

  @Test
  @Order(7)
  void checksAWebhookInTheContractsOrder() throws Exception {
    byte[] large = " ".repeat(1_048_577).getBytes(UTF_8);
    byte[] array = "[]".getBytes(UTF_8);
    byte[] eventless = "{\"destination\":\"Ubot\"}".getBytes(UTF_8);
    byte[] another = "{\"destination\":\"Uelse\",\"events\":[]}".getBytes(UTF_8);
    byte[] empty = "{\"destination\":\"Ubot\",\"events\":[]}".getBytes(UTF_8);
    saw(curl.send("POST", server.at("/line/nix/webhook"), large), 404);
    saw(deliver(large, "x"), 413);
    saw(curl.send("POST", server.at(WEBHOOK), large, "-H", "Transfer-Encoding: chunked"), 413);
    saw(curl.send("POST", server.at(WEBHOOK), array), 401);
    saw(deliver(array, "x"), 401);
    saw(deliver(another, FakeLine.signature("another secret", another)), 401);
    saw(deliver(array, line.signature(array)), 400);
    saw(deliver(eventless, line.signature(eventless)), 400);
    saw(deliver(another, line.signature(another)), 400);
    saw(deliver(empty, line.signature(empty)), 200);
  }

  @Test
  @Order(8)
  void letsNobodyIntoTheStaffsRoomsWhoHasNotLoggedIn() throws Exception {
    String jar = folder.resolve("cookies").toString();
    for (String room : List.of("/staff", "/staff/cases", "/staff/records", "/staff/learning")) {
      assertThat(saw(curl.get(server.at(room)), 302).header("location")).hasValue("/staff/login");
    }
    saw(curl.get(server.at("/staff/cases/1/close"), "-d", "x=y"), 403);
    saw(curl.get(server.at("/staff/login"), "-d", "username=admin"), 403);
    assertThat(saw(enter(jar, "wrong"), 401).body()).doesNotContain("wrong");
    assertThat(saw(enter(jar, PASSWORD), 303).header("location")).hasValue("/staff");
    assertThat(saw(curl.get(server.at("/staff/cases"), "-b", jar), 200).body()).contains("相談");
    String token = token(jar, "/staff/cases");
    saw(leave(jar, "not-" + token), 403);
    saw(leave(jar, token), 303);
    saw(curl.get(server.at("/staff/cases"), "-b", jar), 302);
  }

  @Test
  @Order(9)
  void showsPagesWidgetInterfaceHealthAndFigures() throws Exception {
    assertThat(saw(curl.get(server.at("/")), 200).body()).contains("あおば野市", "madoguchi-chat");
    assertThat(saw(curl.get(server.at("/widget.js")), 200).header("content-type").orElseThrow())
        .contains("javascript");
    for (String page : List.of("/chat/demo", "/embed/demo", "/faq/demo", "/sitemap.xml")) {
      saw(curl.get(server.at(page)), 200);
    }
    assertThat(saw(curl.get(server.at("/faq/demo/hikkoshi-tennyu")), 200).body())
        .contains("FAQPage", "転入届");
    for (String none : List.of("/faq/demo/nix", "/faq/nix", "/chat/nix", "/assets/nix", "/nix")) {
      saw(curl.get(server.at(none), "-H", "Accept: text/html"), 404);
    }
    assertThat(saw(curl.get(server.at("/v3/api-docs")), 200).json().at("/paths").propertyNames())
        .contains("/api/v1/{municipality}/conversations", "/line/{municipality}/webhook");
    saw(curl.get(server.at("/actuator/health")), 404);
    Curl.Answer health = saw(curl.get(server.atManagement("/actuator/health")), 200);
    assertThat(health.json().get("status").asString()).isEqualTo("UP");
    assertThat(saw(curl.get(server.atManagement("/actuator/prometheus")), 200).body())
        .contains("jvm_memory_used_bytes")
        // Beside those of routes, or one kind would have shut out the other.
        .containsPattern(
            "http_server_requests_seconds_count\\{[^}]*uri=\"/api/v1/\\{municipality}/conversations\"")
        .containsPattern(
            "http_server_requests_seconds_count\\{[^}]*status=\"404\",uri=\"/line/\\{municipality}/webhook\"");
    saw(curl.get(server.atManagement("/actuator/env")), 404);
    // The door to LINE is the residents' server's only, and only to be posted to.
    saw(curl.send("POST", server.atManagement(WEBHOOK), new byte[2]), 404);
    saw(curl.get(server.at(WEBHOOK)), 405);
  }

  @Test
  @Order(10)
  void saysWhenToComeBackToWhoAsksTooMuch() throws Exception {
    Opened hasty = open();
    Curl.Answer answer = ask(hasty, "burst-0", "こんにちは");
    for (int i = 1; i < 100 && answer.status() != 429; i++) {
      answer = ask(hasty, "burst-" + i, "こんにちは");
    }
    saw(answer, 429);
    assertThat(Integer.parseInt(answer.header("retry-after").orElseThrow())).isBetween(1, 60);
  }

  @Test
  @Order(11)
  void erasesAConversationAndKnowsItNoMore() throws Exception {
    Opened passing = open();
    saw(ask(passing, "q1", QUESTION), 200);
    saw(curl.get(server.at(passing.path()), "-X", "DELETE", "-H", passing.bearer()), 204);
    saw(curl.get(server.at(passing.messages()), "-H", passing.bearer()), 401);
    saw(ask(passing, "q1", QUESTION), 401);
  }

  @Test
  @Order(12)
  void promisesAnAnswerThatTakesLongAndGivesItLater() throws Exception {
    Opened patient = open();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // What was asked can be stored; no turn can be ended.
      statement.execute("LOCK TABLE journal IN ACCESS EXCLUSIVE MODE");
      Curl.Answer later = saw(ask(patient, "slow", QUESTION), 202);
      assertThat(later.json().get("outcome").asString()).isEqualTo("pending");
      connection.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(ask(patient, "slow", QUESTION).status()).isEqualTo(200));
    Curl.Answer lines = saw(curl.get(server.at(patient.messages()), "-H", patient.bearer()), 200);
    assertThat(lines.json().valueStream().filter(said -> said.get("from").asString().equals("bot")))
        .hasSize(1);
  }

  @Test
  @Order(13)
  void saysWhenItCannotStoreAndHasShownEveryStatusByThen() throws Exception {
    postgres.close();
    Curl.Answer unavailable = saw(ask(own, "lost", QUESTION), 503);
    assertThat(unavailable.body())
        .contains("0000-12-3000")
        .doesNotContain("SQL", "postgres", "Exception");
    byte[] body = line.webhook(line.text("U2", QUESTION));
    saw(deliver(body, line.signature(body)), 503);
    List<Curl.Answer> pages =
        atOnce(
            List.of(
                () -> curl.get(server.at("/")),
                () -> curl.get(server.at("/faq/demo")),
                () -> curl.get(server.atManagement("/actuator/health"))));
    assertThat(pages).extracting(Curl.Answer::status).containsOnly(503);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> curl.get(server.at("/staff/login")).status() == 503);
    assertThat(pages.subList(0, 2))
        .allSatisfy(page -> assertThat(page.body()).contains("0000-12-3000"));
    assertThat(seen)
        .contains(200, 201, 202, 204, 302, 303, 400, 401, 403, 404, 405, 409, 413, 415, 429, 503);
  }

  private Opened open() throws Exception {
    Curl.Answer opened = saw(curl.post(server.at(API), "{}"), 201);
    return new Opened(
        API + "/" + opened.json().get("conversationId").asString(),
        "Authorization: Bearer " + opened.json().get("token").asString());
  }

  /** That status, and a problem by RFC 9457 where the web chat's API refuses. */
  private synchronized Curl.Answer saw(Curl.Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (status >= 400 && answer.header("content-type").orElse("").contains("json")) {
      assertThat(answer.header("content-type")).hasValue("application/problem+json");
      assertThat(answer.json().get("status").asInt()).isEqualTo(status);
      assertThat(answer.json().get("detail").asString()).isNotBlank();
    }
    seen.add(status);
    return answer;
  }

  private static String message(String id, String field, String value) {
    return "{\"clientMessageId\":\"%s\",\"%s\":\"%s\"}".formatted(id, field, value);
  }

  private Curl.Answer ask(Opened in, String id, String text) throws Exception {
    return say(in, id, "text", text);
  }

  private Curl.Answer say(Opened in, String id, String field, String value) throws Exception {
    return curl.post(server.at(in.messages()), message(id, field, value), "-H", in.bearer());
  }

  private Curl.Answer put(String path, byte[] body) throws Exception {
    return curl.send("PUT", server.at(path), body, "-H", own.bearer());
  }

  private Curl.Answer deliver(byte[] body, String signature) throws Exception {
    return curl.send("POST", server.at(WEBHOOK), body, "-H", "x-line-signature: " + signature);
  }

  private Curl.Answer enter(String jar, String password) throws Exception {
    String token = token(jar, "/staff/login");
    return submit(jar, "/staff/login", token, "username=admin", "password=" + password);
  }

  private Curl.Answer leave(String jar, String token) throws Exception {
    return submit(jar, "/staff/logout", token);
  }

  private Curl.Answer submit(String jar, String path, String token, String... fields)
      throws Exception {
    return curl.get(
        server.at(path),
        Stream.concat(
                Stream.of("-b", jar, "-c", jar, "--data-urlencode", "_csrf=" + token),
                Stream.of(fields).flatMap(field -> Stream.of("--data-urlencode", field)))
            .toArray(String[]::new));
  }

  private String token(String jar, String page) throws Exception {
    Curl.Answer form = saw(curl.get(server.at(page), "-b", jar, "-c", jar), 200);
    Matcher token = FORM_TOKEN.matcher(form.body());
    assertThat(token.find()).as(form.body()).isTrue();
    return token.group(1);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(work)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
