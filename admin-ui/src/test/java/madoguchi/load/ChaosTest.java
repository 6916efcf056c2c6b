package madoguchi.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.acceptance.ServerProcess;
import madoguchi.bot.redis.RealRedis;
import madoguchi.load.LeanLine.Delivered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes, PostgreSQL and Redis are killed while residents write: whatever got a 200 is answered
 * exactly once and in the order of its chat; while nothing can be stored there is no 200.
 *
 * <p>{@code -Dchaos=node*30} or {@code stop,redis*10,postgres*5}, one after the other; {@code
 * -Dchaos.nodes=1 -Dchaos.db=h2} for one node on a file; {@code -Dchaos.rate} webhooks a second;
 * {@code -Dchaos.up} seconds at most between two of them; {@code -Dchaos.down} seconds at most
 * until what was killed is started again; {@code -Dchaos.late=true} when that is so long that
 * tokens die.
 */
@Tag("alone")
class ChaosTest {

  private static final String PLAN = System.getProperty("chaos", "node,postgres");
  private static final int NODES = Integer.getInteger("chaos.nodes", 2);
  private static final boolean POSTGRES = !"h2".equals(System.getProperty("chaos.db"));
  private static final int RATE = Integer.getInteger("chaos.rate", 30);
  private static final int DOWN = Integer.getInteger("chaos.down", 1);
  private static final int UP = Integer.getInteger("chaos.up", 3);
  private static final boolean LATE = Boolean.getBoolean("chaos.late");
  private static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlBQkNERUY=";
  private static final int USERS = 60;

  private final Random random = new Random(20261126);

  @Test
  void losesNothingAndSaysNothingTwice(@TempDir Path folder) throws Exception {
    List<ServerProcess> nodes = new ArrayList<>();
    try (LeanLine line = new LeanLine(0);
        RealRedis redis = new RealRedis();
        RealPostgres postgres = POSTGRES ? new RealPostgres(folder.resolve("pg")) : null) {
      Map<String, String> environment = new HashMap<>();
      environment.put("MADOGUCHI_LINE_CHANNEL_SECRET", Storm.SECRET);
      environment.put("MADOGUCHI_LINE_CHANNEL_TOKEN", LeanLine.TOKEN);
      environment.put("MADOGUCHI_LINE_API_BASE_URL", line.baseUrl());
      environment.put("MADOGUCHI_MASTER_KEY", MASTER_KEY);
      environment.put("MADOGUCHI_REDIS_URL", redis.url());
      if (postgres != null) {
        environment.putAll(postgres.environment());
      }
      for (int i = 0; i < NODES; i++) {
        nodes.add(new ServerProcess(folder.resolve("node" + i), environment));
      }
      Storm storm =
          new Storm(
              "c",
              Questions.all(),
              USERS,
              RATE,
              RATE * 3_600,
              64,
              "/line/demo/webhook",
              nodes.stream().map(ServerProcess::port).toList());
      Thread blowing = Thread.ofVirtual().start(() -> blow(storm));
      for (String victim : victims()) {
        pause(500 + random.nextInt(UP * 1_000 - 500));
        strike(victim, nodes, redis, postgres, storm);
      }
      pause(1_000);
      storm.stop();
      blowing.join();
      List<Integer> owed =
          IntStream.range(0, storm.sent()).filter(i -> storm.status(i) == 200).boxed().toList();
      settle(line, storm, owed);
      tell(line, storm, owed, postgres, nodes);
      check(line, storm, owed, postgres);
      for (ServerProcess node : nodes) {
        assertThat(node.printed()).doesNotContain(LeanLine.TOKEN, Storm.SECRET, "Uc0000");
      }
    } finally {
      nodes.forEach(ServerProcess::close);
    }
  }

  private static List<String> victims() {
    return Arrays.stream(PLAN.split(","))
        .flatMap(
            word -> {
              String[] parts = word.split("\\*");
              return Stream.generate(() -> parts[0])
                  .limit(parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
            })
        .toList();
  }

  private void strike(
      String victim,
      List<ServerProcess> nodes,
      RealRedis redis,
      RealPostgres postgres,
      Storm storm) {
    int down = LATE ? DOWN * 1_000 : 200 + random.nextInt(DOWN * 1_000);
    int before = storm.sent();
    switch (victim) {
      case "node" -> {
        ServerProcess node = nodes.get(random.nextInt(nodes.size()));
        node.kill();
        pause(down);
        node.start();
      }
      case "stop" -> {
        ServerProcess node = nodes.get(random.nextInt(nodes.size()));
        long since = System.nanoTime();
        // 143: ended by the signal, in an orderly way.
        assertThat(stop(node)).isIn(0, 143);
        System.out.println("stopped in " + (System.nanoTime() - since) / 1_000_000 + " ms");
        node.start();
      }
      case "redis" -> {
        redis.stop();
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> assertThat(health(nodes.getFirst())).contains("DEGRADED"));
        pause(down);
        redis.start();
      }
      case "postgres" -> {
        postgres.kill();
        int dead = storm.sent();
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () -> assertThat(health(nodes.getFirst())).contains("\"storage\":", "DOWN"));
        pause(down);
        int until = storm.sent();
        // Those that were on their way when it died may have been stored before.
        assertThat(IntStream.range(dead + 64, until).filter(i -> storm.status(i) == 200))
            .as("a 200 while nothing could be stored")
            .isEmpty();
        postgres.start();
      }
      default -> throw new IllegalArgumentException(victim);
    }
    long started = System.nanoTime();
    int from = storm.sent();
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> IntStream.range(from, storm.sent()).anyMatch(i -> storm.status(i) == 200));
    System.out.printf(
        "%s down for %d ms; %d of %d webhooks meanwhile got no 200; the next 200 after %d ms%n",
        victim,
        down,
        IntStream.range(before, from).filter(i -> storm.status(i) != 200).count(),
        from - before,
        (System.nanoTime() - started) / 1_000_000);
  }

  private static void settle(LeanLine line, Storm storm, List<Integer> owed) {
    try {
      await()
          .atMost(Duration.ofSeconds(75))
          .pollInterval(Duration.ofMillis(250))
          .until(
              () -> {
                Map<String, Delivered> book = line.book();
                return owed.stream().allMatch(i -> book.containsKey(storm.token(i)));
              });
    } catch (org.awaitility.core.ConditionTimeoutException missing) {
      // Counted by the caller.
      System.out.println("not all were answered");
    }
  }

  /** Why the first of those that were not answered were not. */
  private static void tell(
      LeanLine line,
      Storm storm,
      List<Integer> owed,
      RealPostgres postgres,
      List<ServerProcess> nodes)
      throws SQLException {
    List<Integer> lost =
        owed.stream().filter(i -> !line.book().containsKey(storm.token(i))).toList();
    for (int i : lost.stream().limit(20).toList()) {
      System.out.printf(
          "not answered: %s, due %s, its 200 after %d ms%n",
          storm.eventId(i), Instant.ofEpochMilli(storm.due(i)), storm.took(i) / 1_000_000);
      if (postgres != null) {
        Fates.of(postgres.environment(), storm.eventId(i)).forEach(System.out::println);
      }
      for (ServerProcess node : nodes) {
        node.printed()
            .lines()
            .filter(l -> l.contains(storm.eventId(i)))
            .forEach(System.out::println);
      }
    }
  }

  private static void check(LeanLine line, Storm storm, List<Integer> owed, RealPostgres postgres)
      throws SQLException {
    Map<String, Delivered> book = line.book();
    List<Integer> lost = owed.stream().filter(i -> !book.containsKey(storm.token(i))).toList();
    System.out.printf(
        "%d sent, %d got a 200, %d answered, %d of those with a 200 not; LINE refused %d, pushed"
            + " %d%n",
        storm.sent(), owed.size(), book.size(), lost.size(), line.refused(), line.pushed());
    assertThat(owed).hasSizeGreaterThan(RATE);
    if (LATE) {
      Set<String> troubled = troubled(postgres);
      assertThat(lost).allMatch(i -> troubled.contains(storm.eventId(i)));
    } else {
      assertThat(lost).isEmpty();
      assertThat(line.pushed()).isZero();
    }
    order(storm, owed, book);
  }

  /** A reply with the time at which its event had its 200. */
  private record Replied(long stored, long order) {}

  /** What had its 200 before a resident wrote again is answered before it. */
  private static void order(Storm storm, List<Integer> owed, Map<String, Delivered> book) {
    Map<Integer, List<Replied>> replied = new HashMap<>();
    for (int i : owed) {
      Delivered reply = book.get(storm.token(i));
      if (reply != null) {
        List<Replied> earlier = replied.computeIfAbsent(storm.user(i), user -> new ArrayList<>());
        assertThat(earlier.stream().filter(one -> one.stored < storm.due(i)))
            .as("order of " + i)
            .allMatch(one -> one.order < reply.order());
        earlier.add(new Replied(storm.due(i) + storm.took(i) / 1_000_000, reply.order()));
      }
    }
  }

  /** The events that staff see as given up or ambiguous. */
  private static Set<String> troubled(RealPostgres postgres) throws SQLException {
    Map<String, String> environment = postgres.environment();
    Set<String> ids = new HashSet<>();
    try (Connection connection =
            DriverManager.getConnection(
                environment.get("MADOGUCHI_DB_URL"), "postgres", "postgres");
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("SELECT id FROM outbox WHERE state IN ('GIVEN_UP', 'AMBIGUOUS')")) {
      while (rows.next()) {
        ids.add(rows.getString(1).replaceFirst("^line:", "").replaceFirst("#.*$", ""));
      }
    }
    return ids;
  }

  private static int stop(ServerProcess node) {
    try {
      return node.stop();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static String health(ServerProcess node) throws IOException {
    return node.send(HttpRequest.newBuilder(node.atManagement("/actuator/health"))).body();
  }

  private static void blow(Storm storm) {
    try {
      storm.blow();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(int millis) {
    try {
      assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
