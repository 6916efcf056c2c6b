package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.channel.line.FakeLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server killed between its 200 and its reply answers after the restart, exactly once. {@code
 * -Dkills=20} for the long form.
 */
@Tag("alone")
class KilledServerTest {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int USERS = 12;
  private static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
  private static final String TOKEN = "channel-token";

  @Test
  void answersExactlyOnceWhateverMomentItIsKilledAt(@TempDir Path folder) throws Exception {
    Random random = new Random(20261121);
    try (FakeLine line = new FakeLine(SECRET, TOKEN, "Ubot", Clock.systemUTC());
        ServerProcess server =
            new ServerProcess(
                folder.resolve("data"),
                Map.of(
                    "MADOGUCHI_LINE_CHANNEL_SECRET", SECRET,
                    "MADOGUCHI_LINE_CHANNEL_TOKEN", TOKEN,
                    "MADOGUCHI_LINE_API_BASE_URL", line.baseUrl()))) {
      List<String> accepted = Collections.synchronizedList(new ArrayList<>());
      for (int round = 0; round < KILLS; round++) {
        int before = accepted.size();
        int now = round;
        CountDownLatch some = new CountDownLatch(1 + random.nextInt(USERS));
        Thread residents =
            Thread.ofVirtual()
                .start(
                    () -> {
                      for (int user = 0; user < USERS; user++) {
                        String id = "U%d-%d".formatted(now, user);
                        if (says(server, line, id)) {
                          accepted.add(id);
                          some.countDown();
                        }
                      }
                    });
        assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
        // Somewhere between the 200 and the reply, or a little behind it.
        assertThat(new CountDownLatch(1).await(random.nextInt(40), TimeUnit.MILLISECONDS))
            .isFalse();
        server.kill();
        residents.join();
        server.start();
        List<String> owed = List.copyOf(accepted.subList(before, accepted.size()));
        await()
            .atMost(Duration.ofSeconds(55))
            .untilAsserted(
                () -> assertThat(owed).allSatisfy(id -> assertThat(line.book(id)).hasSize(1)));
      }
      assertThat(accepted).hasSizeGreaterThanOrEqualTo(KILLS);
      assertThat(accepted).allSatisfy(id -> assertThat(line.book(id)).hasSize(1));
      assertThat(server.printed()).doesNotContain("転入", TOKEN, SECRET, "U0-0");
    }
  }

  private static boolean says(ServerProcess server, FakeLine line, String user) {
    byte[] body = line.webhook(line.text(user, "転入届はどうすればいい？"));
    try {
      return server
              .send(
                  HttpRequest.newBuilder(server.at("/line/demo/webhook"))
                      .header("Content-Type", "application/json")
                      .header("x-line-signature", line.signature(body))
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
              .statusCode()
          == 200;
    } catch (IOException killed) {
      return false;
    }
  }
}
