package madoguchi.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** Residents come before what is learned, but not for ever. */
class LullTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
  private final Lull lull =
      new Lull(
          new InMemoryLeases(memory, inbox, new InMemoryOutbox(memory, conversations)), now::get);

  @Test
  void isWhileNobodyWaitsForLong() {
    assertThat(lull.isNow()).isTrue();
    asks("m");
    assertThat(lull.isNow()).isTrue();
    pass(Duration.ofSeconds(2));
    assertThat(lull.isNow()).isFalse();
    inbox.done(DEMO, "m", "answered");
    assertThat(lull.isNow()).isTrue();
  }

  @Test
  void isAfterTwoMinutesHoweverManyWait() {
    for (int second = 0; second < 120; second += 10) {
      asks("m" + second);
      pass(Duration.ofSeconds(10));
      assertThat(lull.isNow()).as("after " + second).isFalse();
    }
    asks("last");
    pass(Duration.ofSeconds(10));
    assertThat(lull.isNow()).isTrue();
  }

  private void asks(String id) {
    Conversation own = conversations.open(DEMO, "line", new Citizen("of " + id), now.get());
    inbox.accept(List.of(new Arrival(DEMO, own.id(), id, "line", now.get(), "ごみ")));
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
