package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing of one town is reachable through the other, by any route. */
@SpringBootTest(
    classes = WebServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.threads.virtual.enabled=true")
class TwoTownsTest {

  @Autowired WebHouse house;
  @LocalServerPort int port;

  @Test
  void answersFromItsOwnEntriesOnly() {
    assertThat(outcome(Browser.begin(port, "demo").say("m", "転入届は？"))).isEqualTo("answered");
    assertThat(outcome(Browser.begin(port, "other").say("m", "転入届は？"))).isEqualTo("unanswered");
    assertThat(outcome(Browser.begin(port, "other").say("m", "役場は？"))).isEqualTo("answered");
    assertThat(outcome(Browser.begin(port, "demo").say("m", "役場は？"))).isEqualTo("unanswered");
  }

  @Test
  void doesNotOpenAConversationThroughTheOtherTown() {
    Browser demo = Browser.begin(port, "demo");
    demo.say("m1", "転入届は？");
    Browser other = Browser.begin(port, "other");
    // The right conversation and token at the wrong town, and a token of that town for it.
    for (Browser stranger :
        List.of(
            demo.at("other", demo.conversationId),
            other.at("other", demo.conversationId),
            other.at("demo", demo.conversationId),
            demo.at("other", other.conversationId),
            other.withToken(demo.token))) {
      for (HttpResponse<String> response :
          List.of(
              stranger.say("m1", "転入届は？"),
              stranger.say("m2", "役場は？"),
              stranger.get("/messages"),
              stranger.get("/events"),
              stranger.vote("2", "{\"useful\":true}"),
              stranger.erase())) {
        assertThat(response.statusCode()).isIn(401, 404);
        assertThat(response.body()).doesNotContain("14日以内", demo.conversationId);
      }
    }
    assertThat(house.conversations.after(WebHouse.DEMO, demo.conversationId, 0)).hasSize(2);
    assertThat(house.conversations.after(WebHouse.OTHER, demo.conversationId, 0)).isEmpty();
  }

  @Test
  void keepsTheSameMessageIdsOfTwoTownsApart() {
    Browser demo = Browser.begin(port, "demo");
    Browser other = Browser.begin(port, "other");
    assertThat(demo.say("same", "転入届").statusCode()).isEqualTo(200);
    assertThat(other.say("same", "役場").statusCode()).isEqualTo(200);
    assertThat(other.say("same", "役場").body()).contains("みどり町");
  }

  private static String outcome(HttpResponse<String> response) {
    return Browser.json(response).get("outcome").asString();
  }
}
