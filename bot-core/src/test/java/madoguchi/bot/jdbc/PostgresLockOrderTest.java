package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import madoguchi.bot.contract.PortContract;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import madoguchi.bot.resolved.Vote;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two transactions that need the same rows take them in the same order, so that PostgreSQL need not
 * break one off as a deadlock.
 */
class PostgresLockOrderTest extends PortContract {

  @Override
  protected Ports fresh() {
    return Databases.emptied(Databases.postgres());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReleaseAndAnErasureOrATakingBack(boolean erased) {
    Conversation c = conversation();
    ports.conversations().named(DEMO, c.id(), "line-m", "m", NOON);
    Dispatch dispatch = dispatch(c, "m#reply", NOON);
    ports.outbox().add(dispatch);
    ports.outbox().settle(dispatch, SendState.AMBIGUOUS, "expired");
    CountDownLatch released = new CountDownLatch(1);
    CompletableFuture<Boolean> release =
        commit(
            () -> {
              ports.outbox().releaseAmbiguous(DEMO, "m#reply").orElseThrow();
              released.countDown();
              untilSomebodyWaits();
              ports.errands().add(Errand.of(DEMO, "m#push", "k", c.id(), 0, NOON, NOON, "words"));
            });
    CompletableFuture<Boolean> other =
        commit(
            () -> {
              pass(released);
              if (erased) {
                ports.conversations().erase(DEMO, c.id());
              } else {
                ports.conversations().takeBack(DEMO, c.id(), "line-m", NOON);
              }
            });
    assertThat(List.of(release.join(), other.join())).containsOnly(true);
    assertThat(ports.errands().due(DEMO, "k", NOON, 9)).isEmpty();
  }

  @Test
  void aPushThatEndsAndAnErasure() {
    Conversation c = conversation();
    Dispatch dispatch = dispatch(c, "m#reply", NOON);
    ports.outbox().add(dispatch);
    ports.outbox().settle(dispatch, SendState.AMBIGUOUS, "expired");
    ports.outbox().releaseAmbiguous(DEMO, "m#reply").orElseThrow();
    Errand push = Errand.of(DEMO, "m#push", "k", c.id(), 0, NOON, NOON, "words");
    ports.errands().add(push);
    Errand begun = ports.errands().begin(push, NOON).orElseThrow();
    CountDownLatch settled = new CountDownLatch(1);
    CompletableFuture<Boolean> end =
        commit(
            () -> {
              ports.errands().settle(begun, SendState.GIVEN_UP, "quota", NOON);
              settled.countDown();
              untilSomebodyWaits();
              ports.outbox().settleReleased(DEMO, "m#reply", false, "quota");
            });
    CompletableFuture<Boolean> erasure =
        commit(
            () -> {
              pass(settled);
              ports.conversations().erase(DEMO, c.id());
            });
    assertThat(List.of(end.join(), erasure.join())).containsOnly(true);
  }

  @Test
  void votesInAGroupAndAVoteInOneOfItsConversations() {
    List<Conversation> all =
        IntStream.range(0, 3)
            .mapToObj(i -> conversation(DEMO, "c" + i))
            .sorted(java.util.Comparator.comparing(Conversation::id))
            .toList();
    all.forEach(c -> ports.resolved().vote(vote(c, 1)));
    long before = ports.resolved().revision(DEMO);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    CompletableFuture<Boolean> group =
        commit(
            () -> {
              ports.resolved().vote(vote(all.get(0), 2));
              first.countDown();
              pass(second);
              ports.resolved().vote(vote(all.get(1), 2));
            });
    CompletableFuture<Boolean> alone =
        commit(
            () -> {
              ports.conversations().append(DEMO, all.get(1).id(), List.of(line("m", "a")));
              pass(first);
              second.countDown();
              untilSomebodyWaits();
              ports.resolved().vote(vote(all.get(1), 3));
            });
    assertThat(List.of(group.join(), alone.join())).containsOnly(true);
    assertThat(ports.resolved().open(DEMO, 99)).hasSize(6);
    assertThat(ports.resolved().revision(DEMO)).isEqualTo(before + 2);
  }

  private static Vote vote(Conversation in, long number) {
    return new Vote(DEMO, in.id(), number, "m" + number, "question", "s", "0001", true, NOON);
  }

  /** Of a unit of work; false when it was broken off. */
  private CompletableFuture<Boolean> commit(Runnable work) {
    return CompletableFuture.supplyAsync(
            () ->
                ports
                    .unitOfWork()
                    .commit(
                        () -> {
                          work.run();
                          return true;
                        }),
            task -> Thread.ofPlatform().daemon().start(task))
        .orTimeout(30, TimeUnit.SECONDS)
        .exceptionally(broken -> false);
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void untilSomebodyWaits() {
    Jdbi watching = Jdbi.create(Databases.postgres());
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                watching.withHandle(
                    handle ->
                        handle
                                .createQuery("SELECT COUNT(*) FROM pg_locks WHERE NOT granted")
                                .mapTo(Integer.class)
                                .one()
                            > 0));
  }
}
