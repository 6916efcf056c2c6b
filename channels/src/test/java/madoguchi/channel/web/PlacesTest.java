package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.memory.Memory;
import org.junit.jupiter.api.Test;

/** Places in the queues of the departments, and how often these are read. */
class PlacesTest {

  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryHandoffs handoffs = new InMemoryHandoffs(memory, conversations);
  private final AtomicInteger reads = new AtomicInteger();

  private Places places(Duration fresh) {
    return new Places(
        (Handoffs)
            java.lang.reflect.Proxy.newProxyInstance(
                Handoffs.class.getClassLoader(),
                new Class<?>[] {Handoffs.class},
                (proxy, method, arguments) -> {
                  reads.incrementAndGet();
                  return method.invoke(handoffs, arguments);
                }),
        fresh);
  }

  private Conversation waits(String citizen, String department) {
    Conversation conversation =
        conversations.open(WebHouse.DEMO, "web", new Citizen(citizen), Instant.EPOCH);
    handoffs.open(
        WebHouse.DEMO,
        conversation.id(),
        department,
        Instant.EPOCH.plusSeconds(reads.get() + Integer.parseInt(citizen)));
    return conversation.waiting();
  }

  @Test
  void countsEachDepartmentsQueueByItself() {
    List<Conversation> waiting =
        IntStream.range(0, 6)
            .mapToObj(i -> waits("" + i, i % 3 == 0 ? null : i % 3 == 1 ? "市民課" : "税務課"))
            .toList();
    Places places = places(Duration.ofSeconds(30));
    assertThat(waiting.stream().map(c -> places.of(c).orElseThrow()))
        .containsExactly(1, 1, 1, 2, 2, 2);
  }

  @Test
  void readsTheQueueOnceForAllWhoAsk() {
    List<Conversation> waiting =
        IntStream.range(0, 50).mapToObj(i -> waits("" + i, "市民課")).toList();
    Places places = places(Duration.ofSeconds(30));
    for (int round = 0; round < 20; round++) {
      assertThat(places.of(waiting.get(round))).contains(round + 1);
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void findsWhoHasJustBegunToWaitAndForgetsWhoNoLongerDoes() {
    Places places = places(Duration.ofMillis(1));
    Conversation first = waits("1", "市民課");
    assertThat(places.of(first)).contains(1);
    Conversation second = waits("2", "市民課");
    org.awaitility.Awaitility.await().until(() -> places.of(second).isPresent());
    assertThat(places.of(second)).contains(2);
    for (Handoff handoff : handoffs.pending(WebHouse.DEMO)) {
      if (handoff.conversationId().equals(first.id())) {
        handoffs.close(WebHouse.DEMO, handoff.id());
      }
    }
    org.awaitility.Awaitility.await()
        .until(() -> places.of(second).filter(p -> p == 1).isPresent());
    assertThat(places.of(WebHouse.OTHER, second.id())).isEmpty();
  }
}
