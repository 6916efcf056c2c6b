package madoguchi.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The lean LINE keeps those of LINE's rules that decide whether a message is lost or doubled. */
class LeanLineTest {

  private static final String REPLY = "/v2/bot/message/reply";

  @Test
  void takesATokenOnceAndForAMinute() throws Exception {
    try (LeanLine line = new LeanLine(0)) {
      String token = LeanLine.token("r", 7);
      String dead = "r-8-" + (System.currentTimeMillis() - 61_000);
      assertThat(post(line, REPLY, LeanLine.TOKEN, reply(token))).isEqualTo(200);
      assertThat(post(line, REPLY, LeanLine.TOKEN, reply(token))).isEqualTo(400);
      assertThat(post(line, REPLY, LeanLine.TOKEN, reply(dead))).isEqualTo(400);
      assertThat(post(line, REPLY, "another", reply(LeanLine.token("r", 9)))).isEqualTo(401);
      assertThat(line.book()).containsOnlyKeys(token);
      assertThat(line.refused()).isEqualTo(2);
    }
  }

  @Test
  void takesASignThatAnAnswerIsThoughtAboutForNoRefusal() throws Exception {
    try (LeanLine line = new LeanLine(0)) {
      assertThat(
              post(
                  line,
                  "/v2/bot/chat/loading/start",
                  LeanLine.TOKEN,
                  "{\"chatId\":\"U1\",\"loadingSeconds\":20}"))
          .isEqualTo(202);
      assertThat(line.refused()).isZero();
      assertThat(line.book()).isEmpty();
    }
  }

  private static String reply(String token) {
    return "{\"replyToken\":\"" + token + "\",\"messages\":[]}";
  }

  private static int post(LeanLine line, String path, String bearer, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(line.baseUrl() + path))
                  .version(HttpClient.Version.HTTP_1_1)
                  .header("Authorization", "Bearer " + bearer)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }
}
