package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is at hand is thought out once no burst comes in, and in any case. */
class ThinkingTest {

  private final CountDownLatch stopping = new CountDownLatch(1);

  @Test
  void waitsWhileABurstComesIn() {
    AtomicBoolean pressed = new AtomicBoolean(true);
    AtomicInteger looks = new AtomicInteger();
    Burst burst =
        new Burst(
            () -> {
              looks.incrementAndGet();
              return pressed.get();
            },
            () -> false,
            stopping);
    try (Thinking thinking = new Thinking(burst)) {
      CompletableFuture<String> thought =
          CompletableFuture.supplyAsync(() -> thinking.of(() -> "thought"));
      await().until(() -> looks.get() > 2);
      assertThat(thought).isNotDone();
      pressed.set(false);
      assertThat(thought.join()).isEqualTo("thought");
    }
  }

  @Test
  void doesNotWaitWhenTheServerStops() {
    stopping.countDown();
    try (Thinking thinking = new Thinking(new Burst(() -> true, () -> false, stopping))) {
      assertThat(thinking.of(() -> "thought")).isEqualTo("thought");
    }
  }

  @Test
  void doesNotWaitForWhoCannotSayWhetherThereIsABurst() {
    Burst broken =
        new Burst(
            () -> {
              throw new IllegalStateException("the storage is away");
            },
            () -> false,
            stopping);
    try (Thinking thinking = new Thinking(broken)) {
      assertThat(thinking.of(() -> "thought")).isEqualTo("thought");
    }
  }

  @Test
  void tellsAFailureAsItIs() {
    try (Thinking thinking = House.thinking()) {
      assertThatThrownBy(
              () ->
                  thinking.of(
                      () -> {
                        throw new IllegalArgumentException("of the thought");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("of the thought");
    }
  }
}
