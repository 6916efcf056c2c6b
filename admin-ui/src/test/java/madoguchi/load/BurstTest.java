package madoguchi.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.acceptance.ServerProcess;
import madoguchi.load.LeanLine.Delivered;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A burst of webhooks at the real server beside a lean LINE, each a process of its own: whatever
 * got a 200 is answered exactly once, in the order of its chat. {@code -Dburst.rate=2000
 * -Dburst.seconds=8 -Dburst.report=true} for the figures, {@code -Dburst.warm=60} for a server that
 * has been asked other things for so many seconds, {@code -Dburst.first=4} for one that has had
 * such a burst before, {@code -Dburst.flight=true} for where time and memory went, {@code
 * -Dserver.app=FOLDER} for the server and AOT cache that {@code ./run} has made, {@code
 * -Dburst.db=postgres} for PostgreSQL, {@code -Dburst.bare=true} for the bare server beside it.
 */
@Tag("alone")
class BurstTest {

  private static final int RATE = Integer.getInteger("burst.rate", 100);
  private static final int SECONDS = Integer.getInteger("burst.seconds", 4);
  private static final int USERS = Integer.getInteger("burst.users", RATE * SECONDS / 2);
  private static final int CONNECTIONS = Integer.getInteger("burst.connections", 256);
  private static final boolean REPORT = Boolean.getBoolean("burst.report");
  private static final boolean FLIGHT = Boolean.getBoolean("burst.flight");
  private static final int WARM = Integer.getInteger("burst.warm", 0);
  private static final int WARM_RATE = Integer.getInteger("burst.warm.rate", 150);
  private static final int FIRST = Integer.getInteger("burst.first", 0);
  private static final int BEFORE = WARM * WARM_RATE + FIRST * RATE;
  private static final boolean POSTGRES = "postgres".equals(System.getProperty("burst.db"));

  private final Map<String, Object> report = new java.util.LinkedHashMap<>();

  @Test
  void answersWhateverGotA200ExactlyOnce(@TempDir Path folder) throws Exception {
    List<String> questions = Questions.all();
    assertThat(questions).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
    int linePort = ServerProcess.freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("MADOGUCHI_LINE_CHANNEL_SECRET", Storm.SECRET);
    environment.put("MADOGUCHI_LINE_CHANNEL_TOKEN", LeanLine.TOKEN);
    environment.put("MADOGUCHI_LINE_API_BASE_URL", "http://127.0.0.1:" + linePort);
    environment.put("MADOGUCHI_LOG_FORMAT", REPORT ? "" : "ecs");
    RealPostgres postgres = POSTGRES ? new RealPostgres(folder.resolve("pg")) : null;
    if (postgres != null) {
      environment.putAll(postgres.environment());
    }
    Path recording = Path.of("target", "burst.jfr").toAbsolutePath();
    List<String> flags = new ArrayList<>(ServerProcess.productionFlags());
    flags.addAll(
        Arrays.stream(System.getProperty("burst.flags", "").split(" "))
            .filter(flag -> !flag.isBlank())
            .toList());
    if (FLIGHT) {
      flags.add(
          "-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true"
              + ",dumponexit=true,filename="
              + recording);
    }
    try (JavaProcess line =
            new JavaProcess(
                LeanLine.class,
                List.of("-Xmx128m", "-XX:+UseSerialGC"),
                Integer.toString(linePort));
        ServerProcess server = new ServerProcess(folder.resolve("data"), environment, flags)) {
      if (REPORT) {
        await()
            .atMost(Duration.ofSeconds(120))
            .until(() -> server.printed().contains("learned from its entries"));
      }
      // As where a Prometheus looks all the time.
      Backlogs before = Backlogs.watch(server);
      warm(questions, linePort, server);
      before.end();
      Map<String, LongSupplier> clocks = new TreeMap<>();
      clocks.put("generator", () -> Cpu.alone(ProcessHandle.current().pid()).toMillis());
      clocks.put("fake LINE", () -> Cpu.of(line.pid()).toMillis());
      clocks.put("server", () -> Cpu.of(server.pid()).toMillis());
      if (postgres != null) {
        clocks.put("PostgreSQL", () -> Cpu.of(postgres.pid()).toMillis());
      }
      Map<String, Long> used = new TreeMap<>();
      clocks.forEach((name, clock) -> used.put(name, clock.getAsLong()));
      Backlogs backlogs = Backlogs.watch(server);
      Instant first = Instant.now();
      Map<String, Long> threads = ThreadTimes.of(server.pid());
      Storm storm = storm("r", questions, RATE, SECONDS, server);
      Instant last = Instant.now();
      Map<String, Long> then = ThreadTimes.of(server.pid());
      report.put("threads while sent to", ThreadTimes.between(threads, then));
      Map<String, Long> inBurst = new TreeMap<>();
      clocks.forEach((name, clock) -> inBurst.put(name, clock.getAsLong() - used.get(name)));
      Map<String, Delivered> book = settle(storm, linePort, server);
      clocks.forEach(
          (name, clock) ->
              report.put(
                  "CPU of " + name,
                  "%d ms while sent to, %d ms in all"
                      .formatted(inBurst.get(name), clock.getAsLong() - used.get(name))));
      figures(storm, book);
      report.put("threads after that", ThreadTimes.between(then, ThreadTimes.of(server.pid())));
      report.put("oldest waiting, by seconds of the run", backlogs.end());
      if (REPORT) {
        inside(server);
      } else {
        // LINE has a reply a moment before the commit that settles it.
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> seenFromOutside(server, storm.count() + BEFORE));
      }
      int status = server.stop();
      report.put("stopped with", status);
      if (Boolean.getBoolean("burst.bare")) {
        bare(questions);
      }
      if (FLIGHT) {
        Stages.of(recording, first, last)
            .forEach((stage, share) -> report.put("while sent to, " + stage, percent(share)));
        Stages.of(recording, last, Instant.now())
            .forEach((stage, share) -> report.put("after that, " + stage, percent(share)));
        Allocations.of(recording)
            .forEach((what, share) -> report.put("allocates " + what, percent(share)));
      }
      if (REPORT) {
        report.forEach((name, value) -> System.out.println(name + ": " + value));
      }
      assertThat(IntStream.range(0, storm.count()).map(storm::status)).containsOnly(200);
      exactlyOnce(storm, book);
      if (!REPORT) {
        log(server.printed(), questions);
      }
    } finally {
      if (postgres != null) {
        postgres.close();
      }
    }
  }

  /** Other people ask other things, so that the server is one that has been in service. */
  private static void warm(List<String> questions, int linePort, ServerProcess server)
      throws InterruptedException {
    List<String> others = questions.stream().map(q -> q + "（くわしく）").toList();
    if (FIRST > 0) {
      settle(storm("v", others, RATE, FIRST, server), linePort, server);
    }
    if (WARM > 0) {
      settle(storm("w", others, WARM_RATE, WARM, server), linePort, server);
    }
  }

  private static Storm storm(
      String run, List<String> questions, int rate, int seconds, ServerProcess server)
      throws InterruptedException {
    Storm storm =
        new Storm(
            run,
            questions,
            run.equals("w") ? 1_000 : USERS,
            rate,
            rate * seconds,
            CONNECTIONS,
            "/line/demo/webhook",
            List.of(server.port()));
    storm.blow();
    return storm;
  }

  private static Map<String, Delivered> settle(Storm storm, int linePort, ServerProcess any) {
    long owed = IntStream.range(0, storm.count()).filter(i -> storm.status(i) == 200).count();
    String run = storm.token(0).split("-")[0];
    Map<String, Delivered> book = new TreeMap<>();
    try {
      await()
          .atMost(Duration.ofSeconds(75))
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                Map<String, Delivered> now = book(linePort, any);
                book.clear();
                book.putAll(now);
                return book.keySet().stream().filter(t -> t.startsWith(run + '-')).count() >= owed;
              });
    } catch (ConditionTimeoutException lost) {
      // What is missing is counted, told and failed for by the caller.
      System.out.println("not all were answered: " + (book.size() - 1) + " of " + owed);
      any.printed().lines().filter(l -> l.contains("ERROR")).limit(9).forEach(System.out::println);
    }
    book.putIfAbsent("", new Delivered(-1, 0));
    return book;
  }

  private static Map<String, Delivered> book(int linePort, ServerProcess any) throws IOException {
    URI book = URI.create("http://127.0.0.1:" + linePort + "/book");
    return LeanLine.read(
        any.send(HttpRequest.newBuilder(book).timeout(Duration.ofSeconds(20))).body());
  }

  private void figures(Storm storm, Map<String, Delivered> book) {
    List<Integer> stored =
        IntStream.range(0, storm.count()).filter(i -> storm.status(i) == 200).boxed().toList();
    report.put("webhooks", storm.count() + " at " + RATE + "/s from " + USERS + " residents");
    report.put("not 200", storm.count() - stored.size());
    report.put("200 after", Figures.ofNanos(stored.stream().mapToLong(storm::took)));
    report.put(
        "reply after",
        Figures.ofMillis(
            stored.stream()
                .filter(i -> book.containsKey(storm.token(i)))
                .mapToLong(i -> book.get(storm.token(i)).at() - storm.due(i))));
    report.put("200 after, by seconds of the run", bySecond(storm));
    report.put("lost", stored.stream().filter(i -> !book.containsKey(storm.token(i))).count());
    report.put("refused by LINE", book.get("").order());
    long first = storm.due(0);
    long last = book.values().stream().mapToLong(Delivered::at).max().orElse(first);
    report.put(
        "over 200 ms, over 2 s",
        List.of(200L, 2_000L).stream()
            .map(ms -> stored.stream().filter(i -> storm.took(i) > ms * 1_000_000).count())
            .toList());
    report.put(
        "replied within 50 s",
        stored.stream()
                .filter(i -> book.containsKey(storm.token(i)))
                .filter(i -> book.get(storm.token(i)).at() - storm.due(i) <= 50_000)
                .count()
            + " of "
            + stored.size());
    report.put(
        "answered per second",
        String.format(Locale.ROOT, "%.0f", stored.size() * 1e3 / Math.max(1, last - first)));
  }

  private static String bySecond(Storm storm) {
    Map<Long, List<Integer>> sent =
        IntStream.range(0, storm.count())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> (storm.due(i) - storm.due(0)) / 1_000, TreeMap::new, Collectors.toList()));
    return sent.entrySet().stream()
        .limit(20)
        .map(
            second ->
                second.getKey()
                    + ": "
                    + Figures.ofNanos(second.getValue().stream().mapToLong(storm::took)))
        .collect(Collectors.joining("; "));
  }

  private static void exactlyOnce(Storm storm, Map<String, Delivered> book) {
    assertThat(book.get("").order()).as("refused, used or dead tokens").isZero();
    Map<Integer, Long> latest = new HashMap<>();
    for (int i = 0; i < storm.count(); i++) {
      Delivered reply = book.get(storm.token(i));
      assertThat(reply).as("reply to event " + i).isNotNull();
      Long before = latest.put(storm.user(i), reply.order());
      assertThat(before == null || before < reply.order()).as("order of event " + i).isTrue();
    }
  }

  /** What the virtual machine itself has needed since its start. */
  private void inside(ServerProcess server) throws IOException {
    server
        .send(HttpRequest.newBuilder(server.atManagement("/actuator/prometheus")))
        .body()
        .lines()
        .filter(
            l ->
                l.startsWith("jvm_gc_pause_seconds_sum")
                    || l.startsWith("jvm_compilation_time")
                    || l.startsWith("madoguchi_search_seconds_")
                    || l.startsWith("madoguchi_thinking_seconds_")
                    || l.startsWith("process_cpu_time"))
        .forEach(
            l ->
                report.put(
                    l.substring(0, l.lastIndexOf(' ')), l.substring(l.lastIndexOf(' ') + 1)));
  }

  /** Counts by town and channel, and health by part. */
  private static void seenFromOutside(ServerProcess server, int count) throws IOException {
    String metrics =
        server.send(HttpRequest.newBuilder(server.atManagement("/actuator/prometheus"))).body();
    String line = "{channel=\"line\",municipality=\"demo\"}";
    assertThat(metrics)
        .contains("madoguchi_accepted_total" + line + " " + count + ".0")
        .contains("madoguchi_send_tries_total" + line + " " + count + ".0")
        .contains(
            "madoguchi_sendings_total{channel=\"line\",municipality=\"demo\",state=\"sent\"} "
                + count
                + ".0")
        .contains(
            "madoguchi_commit_queue{queue=\"inbox\"}", "madoguchi_commit_queue{queue=\"turns\"}");
    double answered =
        metrics
            .lines()
            .filter(l -> l.startsWith("madoguchi_answered_total{channel=\"line\""))
            .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
            .sum();
    assertThat(answered).isEqualTo(count);
    assertThat(
            JsonMapper.shared()
                .readTree(
                    server
                        .send(HttpRequest.newBuilder(server.atManagement("/actuator/health")))
                        .body())
                .get("components")
                .propertyNames())
        .contains("storage", "redis", "index", "outbox", "inbox");
  }

  /** Every line is JSON; those of one inquiry share an id; none tells who wrote or what. */
  private static void log(String printed, List<String> questions) {
    Map<String, Integer> sent = new HashMap<>();
    printed
        .lines()
        // The JVM's own come before.
        .filter(l -> l.startsWith("{"))
        .map(JsonMapper.shared()::readTree)
        .filter(l -> l.path("message").asString().startsWith("dispatch "))
        .forEach(l -> sent.merge(l.path("inquiry").asString(), 1, Integer::sum));
    assertThat(sent.keySet()).allMatch(id -> id.matches("[0-9a-f]{12}"));
    assertThat(sent).hasSize(RATE * SECONDS + BEFORE);
    assertThat(printed).doesNotContain(LeanLine.TOKEN, Storm.SECRET, "Ur0000", "\"r-");
    assertThat(questions.stream().filter(q -> q.length() > 12)).noneMatch(printed::contains);
  }

  private void bare(List<String> questions) throws Exception {
    int port = ServerProcess.freePort();
    try (JavaProcess server =
        new JavaProcess(
            BareServer.class, ServerProcess.productionFlags(), Integer.toString(port))) {
      await().atMost(Duration.ofSeconds(30)).until(() -> probe(port, questions));
      for (int round = 0; round < 2; round++) {
        Storm storm =
            new Storm("b" + round, questions, 500, 0, 30_000, 64, "/webhook", List.of(port));
        long start = System.nanoTime();
        storm.blow();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(IntStream.range(0, storm.count()).map(storm::status)).containsOnly(200);
        report.put("bare server", String.format(Locale.ROOT, "%.0f per second", 30_000 / seconds));
      }
    }
  }

  private static boolean probe(int port, List<String> questions) throws InterruptedException {
    Storm storm = new Storm("p", questions, 1, 0, 1, 1, "/webhook", List.of(port));
    storm.blow();
    return storm.status(0) == 200;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
