package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** However often, in whatever order and how late an event comes: it is answered once. */
class RepeatedEventTest {

  private LineTown town;

  @BeforeEach
  void open() {
    town = new LineTown();
    town.workers.start();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aHundredTimesAtOnce() {
    ObjectNode event = town.line.text("Ua", "ごみ");
    List<JsonNode[]> deliveries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      deliveries.add(new JsonNode[] {i % 3 == 0 ? town.line.redelivered(event) : event});
    }
    atOnce(deliveries);
    onlyOneAnswerTo("Ua", event);
  }

  @Test
  void mixedWithOthersAndInAnyOrder() {
    long seed = System.nanoTime();
    List<ObjectNode> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      town.now.updateAndGet(now -> now.plusMillis(5));
      events.add(town.line.text("Ub" + i % 4, "ごみ" + i));
    }
    List<JsonNode[]> deliveries = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      List<JsonNode> some = new ArrayList<>(events);
      Collections.shuffle(some, random);
      deliveries.add(some.subList(0, 1 + random.nextInt(5)).toArray(JsonNode[]::new));
    }
    events.forEach(event -> deliveries.add(new JsonNode[] {event}));
    Collections.shuffle(deliveries, random);
    atOnce(deliveries);
    events.forEach(town::outcome);
    for (int user = 0; user < 4; user++) {
      assertThat(town.read("Ub" + user, 3)).as("seed %d", seed).hasSize(3);
      town.settled("Ub" + user);
      assertThat(town.line.book("Ub" + user)).hasSize(3);
    }
  }

  @Test
  void redeliveredAfterNineteenAndTwentyOneMinutes() {
    ObjectNode event = town.line.text("Uc", "ごみ");
    deliver(event);
    assertThat(town.read("Uc", 1)).hasSize(1);
    for (int minutes : new int[] {19, 2}) {
      town.now.updateAndGet(now -> now.plus(Duration.ofMinutes(minutes)));
      deliver(town.line.redelivered(event));
    }
    onlyOneAnswerTo("Uc", event);
  }

  @Test
  void redeliveredAfterNineteenMinutesForTheFirstTimeHere() {
    ObjectNode event = town.line.text("Ud", "ごみ");
    town.now.updateAndGet(now -> now.plus(Duration.ofMinutes(19)));
    deliver(town.line.redelivered(event));
    onlyOneAnswerTo("Ud", event);
  }

  @Test
  void redeliveredAfterTwentyOneMinutesForTheFirstTimeHere() {
    ObjectNode event = town.line.text("Ue", "ごみ");
    town.now.updateAndGet(now -> now.plus(Duration.ofMinutes(21)));
    deliver(town.line.redelivered(event));
    assertThat(town.outcome(event)).isEqualTo("failed");
    town.settled("Ue");
    assertThat(town.line.book("Ue")).isEmpty();
    assertThat(town.outbox.troubled(LineTown.DEMO, 10))
        .singleElement()
        .satisfies(dispatch -> assertThat(dispatch.note()).contains("expired"));
  }

  private void onlyOneAnswerTo(String user, JsonNode event) {
    assertThat(town.outcome(event)).isEqualTo("answered");
    assertThat(town.read(user, 1)).hasSize(1);
    // What comes after it is answered after it: so nothing is still on its way.
    ObjectNode last = town.line.text(user, "こんにちは");
    deliver(last);
    assertThat(town.read(user, 2)).hasSize(2);
    town.settled(user);
    assertThat(town.line.book(user)).hasSize(2);
    assertThat(town.timesStored(event)).isEqualTo(1);
    assertThat(town.outbox.troubled(LineTown.DEMO, 10)).isEmpty();
  }

  private void atOnce(List<JsonNode[]> deliveries) {
    URI webhook = town.webhook("demo");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> calls =
          deliveries.stream()
              .map(
                  events ->
                      CompletableFuture.supplyAsync(
                          () -> town.line.deliver(webhook, events), threads))
              .toList();
      assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(200));
    }
  }

  private void deliver(JsonNode... events) {
    assertThat(town.line.deliver(town.webhook("demo"), events)).isEqualTo(200);
  }
}
