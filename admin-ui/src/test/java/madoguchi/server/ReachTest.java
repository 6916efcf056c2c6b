package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.bot.town.StorageAway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** One who could not reach the database is enough. */
class ReachTest {

  private final Reach reach = new Reach();
  private final AtomicInteger looks = new AtomicInteger();

  private Health look(boolean answers) {
    return reach.look(
        () -> {
          looks.incrementAndGet();
          if (!answers) {
            throw new StorageAway(new IllegalStateException("geheim"));
          }
          return Health.up().build();
        },
        Health.down());
  }

  @Test
  void looksWheneverItIsAsked() {
    assertThat(look(true).getStatus()).isEqualTo(Status.UP);
    assertThat(look(true).getStatus()).isEqualTo(Status.UP);
    assertThat(looks).hasValue(2);
  }

  @Test
  void whatFailsForAnotherReasonConcernsNoOther() {
    Health ill =
        reach.look(
            () -> {
              throw new IllegalStateException("geheim");
            },
            Health.down());
    assertThat(ill.getStatus()).isEqualTo(Status.DOWN);
    assertThat(ill.getDetails().toString())
        .contains("IllegalStateException")
        .doesNotContain("geheim");
    assertThat(look(true).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void doesNotLetTheOthersWaitForADatabaseThatIsAwayAndFindsItAgain() {
    Health first = look(false);
    assertThat(first.getStatus()).isEqualTo(Status.DOWN);
    assertThat(first.getDetails().toString()).contains("StorageAway").doesNotContain("geheim");
    assertThat(look(true).getStatus()).isEqualTo(Status.DOWN);
    assertThat(looks).hasValue(1);
    await().until(() -> look(true).getStatus().equals(Status.UP));
  }
}
