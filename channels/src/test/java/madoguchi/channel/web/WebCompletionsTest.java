package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

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
  @ValueSource(strings = {"", "%20", "%E3%80%80", "zzqx", "%00", "%F0%9F%98%80"})
  void offersNothingForNothing(String encoded) {
    HttpResponse<String> response = get("demo", "?query=" + encoded);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("[]");
    assertThat(get("demo", "").body()).isEqualTo("[]");
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
        Browser.send(request("demo", "?query=a").header("Origin", WebHouse.FRIEND));
    assertThat(friend.statusCode()).isEqualTo(200);
    assertThat(friend.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(WebHouse.FRIEND);
    HttpResponse<String> stranger =
        Browser.send(request("demo", "?query=a").header("Origin", "https://elsewhere.example"));
    assertThat(stranger.statusCode()).isEqualTo(403);
  }

  @Test
  void answersNoOtherMethod() {
    HttpResponse<String> response =
        Browser.send(request("demo", "?query=a").POST(BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> complete(String town, String typed) {
    return get(town, "?query=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String town, String query) {
    return Browser.send(request(town, query));
  }

  private HttpRequest.Builder request(String town, String query) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + port + "/api/v1/" + town + "/completions" + query))
        .GET();
  }
}
