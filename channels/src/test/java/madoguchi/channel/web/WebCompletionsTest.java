package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.bot.limit.LocalRateLimits;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** Questions while they are typed, seen from outside. */
@SpringBootTest(
    classes = WebServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.threads.virtual.enabled=true")
class WebCompletionsTest {

  @Autowired WebHouse house;
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"転", "てんにゅう", "てんn", "tennyu", "tenny", "ﾃﾝﾆｭｳ", "届"})
  void offersTheQuestionThatIsBeingTyped(String typed) {
    HttpResponse<String> response = complete("demo", typed);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("[{\"faqId\":\"tennyu\",\"question\":\"転入届\"}]");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "zzqx", "\0", "😀"})
  void offersNothingForNothing(String typed) {
    HttpResponse<String> response = complete("demo", typed);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"query\":7}", "{\"query\":null}", "[\"転入\"]", "転入"})
  void refusesWhatIsNoQuery(String body) {
    HttpResponse<String> response = Browser.send(posted("demo", body));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).doesNotContain("転入");
  }

  @Test
  void refusesMoreThanAHundredCharacters() {
    assertThat(complete("demo", "𠮷".repeat(100)).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = complete("demo", "𠮷".repeat(101));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"code\":\"query\"").doesNotContain("𠮷");
  }

  @Test
  void keepsTownsApart() {
    assertThat(complete("other", "転入").body()).isEqualTo("[]");
    assertThat(complete("other", "やくば").body()).contains("yakuba");
    assertThat(complete("demo", "やくば").body()).isEqualTo("[]");
    assertThat(complete("nowhere", "転入").statusCode()).isEqualTo(404);
  }

  @Test
  void offersAtMostEightAndFollowsTheCatalog() {
    assertThat(complete("demo", "図書館").body()).isEqualTo("[]");
    List<FaqEntry> library = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      library.add(FaqEntry.of("library-" + i, "図書館の場所", "駅前です。"));
    }
    house.catalog.store(WebHouse.DEMO, library, "test");
    assertThat(house.completions.refresh(WebHouse.DEMO)).isTrue();
    assertThat(Browser.json(complete("demo", "としょかん")).size()).isEqualTo(8);
    house.catalog.store(
        WebHouse.DEMO, library.stream().map(e -> e.withState(FaqState.ENDED)).toList(), "test");
    assertThat(house.completions.refresh(WebHouse.DEMO)).isTrue();
    assertThat(complete("demo", "としょかん").body()).isEqualTo("[]");
  }

  @Test
  void letsInThePagesOfAllowedSitesOnly() {
    HttpResponse<String> friend =
        Browser.send(posted("demo", "{\"query\":\"a\"}").header("Origin", WebHouse.FRIEND));
    assertThat(friend.statusCode()).isEqualTo(200);
    assertThat(friend.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(WebHouse.FRIEND);
    HttpResponse<String> stranger =
        Browser.send(
            posted("demo", "{\"query\":\"a\"}").header("Origin", "https://elsewhere.example"));
    assertThat(stranger.statusCode()).isEqualTo(403);
  }

  @Test
  void takesNothingFromTheAddressWhichProxiesWriteDown() {
    HttpResponse<String> response =
        Browser.send(HttpRequest.newBuilder(address("demo", "?query=a")).GET());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(
            Browser.send(posted("demo", "{\"query\":\"zzqx\"}").uri(address("demo", "?query=転入")))
                .body())
        .isEqualTo("[]");
  }

  @Test
  void offersNothingWhereTheTownDoesNotWantIt() {
    Municipality demo = house.towns.find(WebHouse.DEMO).orElseThrow();
    try {
      house.towns.store(
          new Municipality(
              demo.code(),
              demo.name(),
              demo.telephone(),
              demo.hours(),
              demo.departments(),
              Map.of("web.completions", "off")));
      assertThat(complete("demo", "転入").body()).isEqualTo("[]");
    } finally {
      house.towns.store(demo);
    }
    assertThat(complete("demo", "転入").body()).contains("tennyu");
  }

  @Test
  void holdsBackWhoAsksMoreThanAnybodyTypes() {
    WebCompletions strict =
        new WebCompletions(
            house.towns,
            house.completions,
            Clock.systemUTC(),
            new LocalRateLimits(),
            new WebSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1, 2, 1, 1));
    MockServerHttpRequest request =
        MockServerHttpRequest.post("/")
            .remoteAddress(new InetSocketAddress("203.0.113.7", 4711))
            .build();
    PostedQuery query = new PostedQuery("転入");
    assertThat(strict.complete("demo", query, request)).hasSize(1);
    assertThat(strict.complete("demo", query, request)).hasSize(1);
    assertThatExceptionOfType(WebProblem.class)
        .isThrownBy(() -> strict.complete("demo", query, request))
        .withMessage("too-many-completions");
  }

  private HttpResponse<String> complete(String town, String typed) {
    return Browser.send(posted(town, Browser.JSON.writeValueAsString(Map.of("query", typed))));
  }

  private HttpRequest.Builder posted(String town, String body) {
    return HttpRequest.newBuilder(address(town, ""))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private URI address(String town, String further) {
    return URI.create(
        "http://localhost:"
            + port
            + "/api/v1/"
            + town
            + "/completions"
            + further.replace("転入", "%E8%BB%A2%E5%85%A5"));
  }
}
