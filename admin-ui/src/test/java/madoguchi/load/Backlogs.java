package madoguchi.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import madoguchi.acceptance.ServerProcess;

/** What an operator's monitoring sees of a backlog while a load runs. */
final class Backlogs {

  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Pattern OLDEST =
      Pattern.compile("(?m)^madoguchi_waiting_oldest_seconds\\{channel=\"line\".*} (\\S+)$");

  private final ServerProcess server;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final StringJoiner seen = new StringJoiner(", ");
  private final Thread watching;

  private Backlogs(ServerProcess server) {
    this.server = server;
    this.watching = Thread.ofVirtual().start(this::run);
  }

  /** Looks every few seconds until it is ended. */
  static Backlogs watch(ServerProcess server) {
    return new Backlogs(server);
  }

  /** The age of the oldest that waited, in seconds, at each look. */
  String end() throws InterruptedException {
    ended.countDown();
    watching.join();
    return seen.toString();
  }

  /** The age of the oldest, or 0 when nothing waits. */
  static double oldest(String metrics) {
    return OLDEST
        .matcher(metrics)
        .results()
        .map((MatchResult line) -> line.group(1))
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(0);
  }

  private void run() {
    long start = System.nanoTime();
    try {
      while (!ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        long at = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        seen.add(String.format(Locale.ROOT, "%d: %s", at, look()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String look() {
    try {
      HttpRequest.Builder metrics =
          HttpRequest.newBuilder(server.atManagement("/actuator/prometheus"))
              .timeout(Duration.ofSeconds(4));
      return String.format(Locale.ROOT, "%.1f", oldest(server.send(metrics).body()));
    } catch (IOException busy) {
      return "?";
    }
  }
}
