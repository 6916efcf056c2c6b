package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every status of the contract, and what goes with it, seen from outside. */
@SpringBootTest(
    classes = WebServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.threads.virtual.enabled=true")
class WebControllerTest {

  @Autowired WebHouse house;
  @LocalServerPort int port;

  @Test
  void answersWithTheEntryWordForWordAndItsSource() {
    HttpResponse<String> response = browser().say("m1", "転入届はどうする？");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.body())
        .isEqualTo(
            """
            {"outcome":"answered","messages":[{"id":"2","text":"14日以内に届け出てください。",\
            "sources":[{"faqId":"tennyu","title":"転入届","url":null}],"choices":[]}]}\
            """);
  }

  @Test
  void asksWhichIsMeantAndTakesTheChoice() {
    Browser browser = browser();
    JsonNode asked = Browser.json(browser.say("m1", "粗大ごみかな"));
    assertThat(asked.get("outcome").asString()).isEqualTo("choose");
    assertThat(asked.at("/messages/0/choices").toString())
        .contains("\"faq:sodai\"", "{\"label\":\"どれでもない\",\"value\":\"none\"}");
    JsonNode chosen = Browser.json(browser.choose("m2", "faq:sodai"));
    assertThat(chosen.get("outcome").asString()).isEqualTo("answered");
    assertThat(chosen.at("/messages/0/text").asString()).isEqualTo("電話で申し込んでください。");
  }

  @Test
  void tellsWhoSpeaksWhereEventsAreHeldBack() {
    Browser browser = browser();
    assertThat(browser.get("").body())
        .isEqualTo("{\"state\":\"bot\",\"place\":null,\"estimateMinutes\":null}");
    browser.post("{\"clientMessageId\":\"m1\",\"action\":\"handoff\"}");
    JsonNode waiting = Browser.json(browser.get(""));
    assertThat(waiting.get("state").asString()).isEqualTo("waiting");
    assertThat(waiting.get("place").asInt()).isPositive();
    problem(browser.withToken("wrong").get(""), 401, "token-unknown");
    browser.erase();
    problem(browser.get(""), 401, "token-unknown");
    problem(browser.get("/messages?after=0"), 401, "token-unknown");
  }

  @Test
  void offersAPersonAndHandsOver() {
    Browser browser = browser();
    JsonNode unanswered = Browser.json(browser.say("m1", "隕石"));
    assertThat(unanswered.get("outcome").asString()).isEqualTo("unanswered");
    JsonNode handed = Browser.json(browser.choose("m2", "handoff"));
    assertThat(handed.get("outcome").asString()).isEqualTo("handed_over");
    JsonNode again =
        Browser.json(browser.post("{\"clientMessageId\":\"m3\",\"action\":\"handoff\"}"));
    assertThat(again.get("outcome").asString()).isEqualTo("handed_over");
    assertThat(house.handoffs.pending(WebHouse.DEMO))
        .filteredOn(c -> c.conversationId().equals(browser.conversationId))
        .hasSize(1);
  }

  @Test
  void isSilentWhileAPersonSpeaks() {
    Browser browser = browser();
    var conversation =
        house.conversations.find(WebHouse.DEMO, browser.conversationId).orElseThrow();
    house.conversations.save(conversation.claimed());
    assertThat(browser.say("m1", "転入届は？").body())
        .isEqualTo("{\"outcome\":\"staff\",\"messages\":[]}");
  }

  @Test
  void givesTheSameResultToARepetitionAndRefusesOtherContent() {
    Browser browser = browser();
    String first = browser.say("m1", "ごみ").body();
    int searches = house.searches.get();
    assertThat(browser.say("m1", "ごみ").body()).isEqualTo(first);
    assertThat(house.searches).hasValue(searches);
    problem(browser.say("m1", "別の質問"), 409, "conflict");
    problem(browser.post("{\"clientMessageId\":\"m1\",\"action\":\"handoff\"}"), 409, "conflict");
  }

  @Test
  void answersOnceWhatComesFiftyTimesAtOnce() throws Exception {
    Browser browser = browser();
    Set<String> bodies = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> posts =
          IntStream.range(0, 50)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            HttpResponse<String> response = browser.say("same", "転入届は？");
                            assertThat(response.statusCode()).isEqualTo(200);
                            bodies.add(response.body());
                          }))
              .toList();
      for (Future<?> post : posts) {
        post.get();
      }
    }
    assertThat(bodies).hasSize(1);
    assertThat(house.conversations.after(WebHouse.DEMO, browser.conversationId, 0)).hasSize(2);
  }

  @Test
  void repeatsAChoiceWithTheSameResultEvenWhenManyLinesCameBetween() {
    Browser browser = browser();
    browser.say("m1", "粗大ごみかな");
    String first = browser.choose("m2", "faq:gomi").body();
    house.conversations.append(
        WebHouse.DEMO,
        browser.conversationId,
        Collections.nCopies(
            100, new Utterance(0, Instant.now(), Sender.SYSTEM, "x", "間の行", List.of(), List.of())));
    problem(browser.choose("m3", "faq:gomi"), 400, "choice");
    assertThat(browser.choose("m2", "faq:gomi").body()).isEqualTo(first);
  }

  @Test
  void takesHostileTextAsText() {
    Browser browser = browser();
    for (String text :
        List.of(
            "\\ud800ごみ",
            "😀😀😀",
            "'; DROP TABLE utterance; --",
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            "\\u0000\\u0007ごみ\\u202e",
            "１２３４５６７８９０１８")) {
      HttpResponse<String> response =
          browser.post(
              "{\"clientMessageId\":\"h%d\",\"text\":\"%s\"}"
                  .formatted(text.hashCode() & 9999, text));
      assertThat(response.statusCode()).as(text).isEqualTo(200);
    }
    String said = browser.get("/messages").body();
    assertThat(said).contains("\uFFFDごみ", "〔個人番号〕").doesNotContain("\\u0000", "１２３４");
  }

  @Test
  void takesAThousandCharactersHoweverManyUnitsTheyNeed() {
    assertThat(browser().say("m1", "😀".repeat(1_000)).statusCode()).isEqualTo(200);
    assertThat(Browser.json(browser().say("m1", "😀".repeat(1_000))).get("outcome").asString())
        .isNotEqualTo("refused");
    problem(browser().say("m1", "あ".repeat(1_001)), 400, "text-too-long");
    problem(browser().say("m1", "あ".repeat(10_000)), 400, "text-too-long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | client-message-id",
        "{\"clientMessageId\":\"\",\"text\":\"a\"} | client-message-id",
        "{\"clientMessageId\":\"あ\",\"text\":\"a\"} | client-message-id",
        "{\"clientMessageId\":\"a b\",\"text\":\"a\"} | client-message-id",
        "{\"clientMessageId\":\"m\"} | exactly-one",
        "{\"clientMessageId\":\"m\",\"text\":null} | exactly-one",
        "{\"clientMessageId\":\"m\",\"text\":\"a\",\"choice\":\"none\"} | exactly-one",
        "{\"clientMessageId\":\"m\",\"text\":\"\"} | text-blank",
        "{\"clientMessageId\":\"m\",\"text\":\"\\u3000\\n\\u200b\\u00a0\"} | text-blank",
        "{\"clientMessageId\":\"m\",\"choice\":\"faq:tennyu\"} | choice",
        "{\"clientMessageId\":\"m\",\"choice\":\"\"} | choice",
        "{\"clientMessageId\":\"m\",\"action\":\"close\"} | action",
        "{\"clientMessageId\":1,\"text\":\"a\"} | http-400",
        "{\"clientMessageId\":\"m\",\"text\":{\"a\":1}} | http-400",
        "{\"clientMessageId\":\"m\",\"text\":[\"a\"]} | http-400",
        "{\"clientMessageId\":\"m\",\"text\":true} | http-400",
        "{\"clientMessageId\":\"m\",\"text\":\"a\" | http-400",
        "[1] | http-400",
        "null | http-400",
        "'' | http-400",
        "転入届 | http-400"
      })
  void refusesWhatIsNoMessage(String body, String code) {
    problem(browser().post(body), 400, code);
  }

  @Test
  void refusesAnIdThatIsTooLong() {
    assertThat(browser().say("a".repeat(64), "ごみ").statusCode()).isEqualTo(200);
    problem(browser().say("a".repeat(65), "ごみ"), 400, "client-message-id");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    assertThat(
            browser()
                .post("{\"clientMessageId\":\"m\",\"text\":\"ごみ\",\"lang\":{\"x\":[1]}}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesOtherTypesMethodsAndPaths() {
    Browser browser = browser();
    problem(
        Browser.send(
            browser
                .request("/messages")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("ごみ"))),
        415,
        "http-415");
    problem(
        Browser.send(browser.request("/messages").POST(BodyPublishers.ofString("ごみ"))),
        415,
        "http-415");
    problem(
        Browser.send(browser.request("/messages").PUT(BodyPublishers.noBody())), 405, "http-405");
    problem(browser.get("/nothing"), 404, "http-404");
    problem(
        Browser.send(browser.request("/events").header("Accept", "image/png").GET()),
        406,
        "http-406");
  }

  @Test
  void readsNoMoreThan64Kilobytes() {
    String long_ =
        "{\"clientMessageId\":\"m\",\"text\":\"ごみ\",\"x\":\"" + "a".repeat(70_000) + "\"}";
    problem(browser().post(long_), 413, "too-large");
    problem(
        Browser.send(
            browser()
                .request("/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(long_)))),
        413,
        "too-large");
  }

  @Test
  void asksForTheToken() {
    Browser browser = browser();
    for (HttpRequest.Builder request :
        List.of(
            bare(browser, "/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"clientMessageId\":\"m\",\"text\":\"ごみ\"}")),
            bare(browser, "/messages").GET(),
            bare(browser, "/events").GET(),
            bare(browser, "").DELETE(),
            bare(browser, "/messages").header("Authorization", "Basic abc").GET(),
            bare(browser, "/messages").header("Authorization", "Bearer ").GET())) {
      HttpResponse<String> response = Browser.send(request);
      problem(response, 401, "token-missing");
      assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }
    problem(browser.withToken("wrong").say("m", "ごみ"), 401, "token-unknown");
    problem(browser.withToken(browser.token + "x").get("/events"), 401, "token-unknown");
  }

  @Test
  void doesNotFindWhatBelongsToAnother() {
    Browser one = browser();
    Browser two = browser();
    problem(one.at("demo", two.conversationId).say("m", "ごみ"), 404, "conversation");
    problem(one.at("demo", two.conversationId).get("/events"), 404, "conversation");
    problem(one.at("demo", two.conversationId).erase(), 404, "conversation");
    problem(one.at("demo", "nothing").say("m", "ごみ"), 404, "conversation");
    problem(one.at("nowhere", one.conversationId).say("m", "ごみ"), 404, "town");
    problem(one.at("NO%20TOWN", one.conversationId).say("m", "ごみ"), 404, "town");
    problem(
        Browser.send(
            HttpRequest.newBuilder(URI.create(one.base + "/api/v1/nowhere/conversations"))
                .POST(BodyPublishers.noBody())),
        404,
        "town");
  }

  @Test
  void takesVotesOnItsOwnLinesOnly() {
    Browser browser = browser();
    browser.say("m1", "ごみ");
    assertThat(browser.vote("2", "{\"useful\":true}").statusCode()).isEqualTo(204);
    assertThat(browser.vote("2", "{\"useful\":false}").statusCode()).isEqualTo(204);
    problem(browser.vote("1", "{\"useful\":true}"), 404, "message");
    problem(browser.vote("3", "{\"useful\":true}"), 404, "message");
    problem(browser.vote("0", "{\"useful\":true}"), 404, "message");
    problem(browser.vote("abc", "{\"useful\":true}"), 404, "message");
    problem(browser.vote("99999999999999999999", "{\"useful\":true}"), 404, "message");
    problem(browser.vote("2", "{}"), 400, "useful");
    problem(browser.vote("2", "{\"useful\":\"true\"}"), 400, "http-400");
    problem(browser.vote("2", "{\"useful\":1}"), 400, "http-400");
  }

  @Test
  void givesTheLinesAfterANumber() {
    Browser browser = browser();
    assertThat(browser.get("/messages").body()).isEqualTo("[]");
    browser.say("m1", "ごみ");
    JsonNode all = Browser.json(browser.get("/messages?after=0"));
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.at("/0/from").asString()).isEqualTo("resident");
    assertThat(all.at("/1/from").asString()).isEqualTo("bot");
    assertThat(Browser.json(browser.get("/messages?after=1"))).containsExactly(all.get(1));
    problem(browser.get("/messages?after=-1"), 400, "after");
    problem(browser.get("/messages?after=x"), 400, "after");
  }

  @Test
  void erasesTheConversation() {
    Browser browser = browser();
    browser.say("m1", "ごみ");
    assertThat(browser.erase().statusCode()).isEqualTo(204);
    assertThat(house.conversations.find(WebHouse.DEMO, browser.conversationId)).isEmpty();
    assertThat(house.conversations.after(WebHouse.DEMO, browser.conversationId, 0)).isEmpty();
    problem(browser.say("m2", "ごみ"), 401, "token-unknown");
    problem(browser.erase(), 401, "token-unknown");
  }

  @Test
  void stopsWaitingForAnErasedConversationAndKeepsNothingOfIt() throws Exception {
    Browser browser = browser();
    CountDownLatch latch = house.holdBack();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> waiting = threads.submit(() -> browser.say("m1", "ゆっくり転入届"));
      String messageId = "web:" + browser.conversationId + ":m1";
      while (!house.stored.waits(WebHouse.DEMO, browser.conversationId)) {
        assertThat(waiting.isDone()).isFalse();
        Thread.onSpinWait();
      }
      assertThat(browser.erase().statusCode()).isEqualTo(204);
      problem(waiting.get(5, TimeUnit.SECONDS), 404, "conversation");
      latch.countDown();
      assertThat(house.stored.outcome(WebHouse.DEMO, messageId)).contains("erased");
    } finally {
      latch.countDown();
    }
    assertThat(house.conversations.find(WebHouse.DEMO, browser.conversationId)).isEmpty();
    assertThat(house.conversations.after(WebHouse.DEMO, browser.conversationId, 0)).isEmpty();
  }

  @Test
  void says503WithTheOfficesTelephoneWhenItCannotStore() {
    Browser browser = browser();
    house.broken.set(true);
    try {
      HttpResponse<String> response = browser.say("m1", "ごみ");
      problem(response, 503, "unavailable");
      assertThat(response.body()).contains("0000-12-3000").doesNotContain("disk", "secret");
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    } finally {
      house.broken.set(false);
    }
    assertThat(browser.say("m1", "ごみ").statusCode()).isEqualTo(200);
  }

  @Test
  void limitsHowManyMessagesAMinuteButNotRepetitions() {
    Browser browser = browser();
    for (int i = 0; i < 40; i++) {
      assertThat(browser.say("m0", "ごみ").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> response = browser.say("m1", "ごみ");
    for (int i = 2; response.statusCode() == 200; i++) {
      assertThat(i).isLessThan(100);
      response = browser.say("m" + i, "ごみ");
    }
    problem(response, 429, "too-many-messages");
    assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    assertThat(browser.say("m0", "ごみ").statusCode()).isEqualTo(200);
  }

  @Test
  void beginsAgainWithTheBotAfterAPersonEndedIt() {
    Browser browser = browser();
    var conversation =
        house.conversations.find(WebHouse.DEMO, browser.conversationId).orElseThrow();
    house.conversations.save(conversation.closed());
    assertThat(Browser.json(browser.say("m1", "ごみ")).get("outcome").asString())
        .isEqualTo("answered");
    assertThat(
            house.conversations.find(WebHouse.DEMO, browser.conversationId).orElseThrow().state())
        .isEqualTo(ConversationState.BOT);
  }

  @Test
  void letsInTheTownsOwnSiteAndNoOther() {
    Browser browser = browser();
    HttpResponse<String> asked = preflight(browser, WebHouse.FRIEND);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains(WebHouse.FRIEND);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .containsIgnoringCase("authorization");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    HttpResponse<String> said =
        Browser.send(browser.request("/messages").header("Origin", WebHouse.FRIEND).GET());
    assertThat(said.statusCode()).isEqualTo(200);
    assertThat(said.headers().firstValue("Access-Control-Allow-Origin")).contains(WebHouse.FRIEND);
    HttpResponse<String> lost =
        Browser.send(
            browser.withToken("x").request("/messages").header("Origin", WebHouse.FRIEND).GET());
    problem(lost, 401, "token-unknown");
    assertThat(lost.headers().firstValue("Access-Control-Allow-Origin")).contains(WebHouse.FRIEND);
    problem(preflight(browser, "https://evil.example"), 403, "origin");
    problem(
        Browser.send(browser.request("/messages").header("Origin", "https://evil.example").GET()),
        403,
        "origin");
    problem(
        Browser.send(browser.request("/messages").header("Origin", "null").GET()), 403, "origin");
    problem(preflight(browser.at("other", "x"), WebHouse.FRIEND), 403, "origin");
  }

  @Test
  void knowsItsOwnPagesBehindAProxy() {
    Browser browser = browser();
    assertThat(
            Browser.send(browser.request("/messages").header("Origin", browser.base).GET())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            Browser.send(
                    browser
                        .request("/messages")
                        .header("Origin", "https://chat.example.jp")
                        .header("Sec-Fetch-Site", "same-origin")
                        .GET())
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"死にたい", "夫に殴られています"})
  void givesHotLinesToThoseInDanger(String text) {
    JsonNode reply = Browser.json(browser().say("m1", text));
    assertThat(reply.get("outcome").asString()).isEqualTo("refused");
    assertThat(reply.at("/messages/0/text").asString()).contains("110");
    assertThat(reply.at("/messages/0/choices/0/value").asString()).isEqualTo("handoff");
  }

  private Browser browser() {
    return Browser.begin(port, "demo");
  }

  private static HttpRequest.Builder bare(Browser browser, String path) {
    return HttpRequest.newBuilder(browser.request(path).build().uri());
  }

  private static HttpResponse<String> preflight(Browser browser, String origin) {
    return Browser.send(
        bare(browser, "/messages")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  static void problem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode problem = Browser.json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("{", "Exception");
  }
}
