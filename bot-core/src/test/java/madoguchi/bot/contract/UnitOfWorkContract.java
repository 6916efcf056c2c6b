package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link UnitOfWork} does, over the writes of a whole turn. */
public abstract class UnitOfWorkContract extends PortContract {

  private static final int WRITES = 7;

  private UnitOfWork work() {
    return ports.unitOfWork();
  }

  /** The process dies, as far as the storage can tell. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** All writes of a turn, broken off after so many. */
  private boolean turn(Conversation before, Arrival arrival, int writes) {
    Conversation after = before.waiting();
    List<Runnable> steps =
        List.of(
            () ->
                ports
                    .conversations()
                    .append(DEMO, after.id(), List.of(line("m", "q"), line("m", "a"))),
            () -> ports.conversations().save(after),
            () -> ports.handoffs().open(DEMO, after.id(), null, NOON),
            () -> ports.journal().append(journal(after, "m", NOON)),
            () -> ports.outbox().add(dispatch(after, "d", NOON)),
            () -> ports.inbox().done(DEMO, arrival.messageId(), "handed_over"),
            () -> ports.conversations().append(DEMO, after.id(), List.of(line("m", "b"))));
    steps.subList(0, writes).forEach(Runnable::run);
    if (writes < WRITES) {
      throw new Killed();
    }
    return true;
  }

  private void assertNothingStored(Conversation before, Lease lease, Arrival arrival) {
    assertThat(ports.conversations().find(DEMO, before.id())).contains(before);
    assertThat(ports.conversations().after(DEMO, before.id(), 0)).isEmpty();
    assertThat(ports.handoffs().pending(DEMO)).isEmpty();
    assertThat(ports.journal().before(DEMO, NOON.plusSeconds(9), 9)).isEmpty();
    assertThat(ports.outbox().next(lease)).isEmpty();
    assertThat(ports.inbox().next(lease)).contains(arrival);
    assertThat(ports.inbox().outcome(DEMO, arrival.messageId())).isEmpty();
  }

  private Arrival accepted(Conversation conversation) {
    Arrival arrival = arrival(conversation, "m");
    ports.inbox().accept(List.of(arrival));
    return arrival;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void storesNothingWhenATurnIsKilledAfter(int writes) {
    Conversation before = conversation();
    Arrival arrival = accepted(before);
    Lease lease = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    assertThatThrownBy(() -> work().commit(lease, () -> turn(before, arrival, writes)))
        .isInstanceOf(Killed.class);
    assertNothingStored(before, lease, arrival);
    assertThat(work().commit(lease, () -> turn(before, arrival, WRITES))).isTrue();
    assertThat(ports.conversations().after(DEMO, before.id(), 0))
        .extracting(u -> u.number())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void storesAWholeTurn() {
    Conversation before = conversation();
    Arrival arrival = accepted(before);
    Lease lease = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    work().commit(lease, () -> turn(before, arrival, WRITES));
    assertThat(ports.conversations().find(DEMO, before.id()).orElseThrow().state())
        .isEqualTo(ConversationState.WAITING);
    assertThat(ports.handoffs().pending(DEMO)).hasSize(1);
    assertThat(ports.journal().before(DEMO, NOON.plusSeconds(9), 9)).hasSize(1);
    assertThat(ports.outbox().next(lease)).isPresent();
    assertThat(ports.inbox().next(lease)).isEmpty();
    assertThat(ports.inbox().outcome(DEMO, "m")).contains("handed_over");
  }

  @Test
  void storesNothingUnderALostLease() {
    Conversation before = conversation();
    Arrival arrival = accepted(before);
    Lease stale = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    Lease present = ports.leases().take("w2", NOON.plus(LENGTH), LENGTH).orElseThrow();
    assertThatThrownBy(() -> work().commit(stale, () -> turn(before, arrival, WRITES)))
        .isInstanceOf(LeaseLost.class);
    assertNothingStored(before, present, arrival);
    assertThat(work().commit(present, () -> turn(before, arrival, WRITES))).isTrue();
  }

  @Test
  void lendsALeaseNoOtherTownsConversation() {
    Lease lease = lease(conversation());
    assertThatThrownBy(
            () ->
                work().commit(new Lease(OTHER, lease.conversationId(), lease.fence()), () -> true))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void joinsTheCommitItIsCalledIn() {
    Conversation conversation = conversation();
    assertThatThrownBy(
            () ->
                work()
                    .commit(
                        () -> {
                          work()
                              .commit(
                                  () ->
                                      ports
                                          .conversations()
                                          .append(
                                              DEMO, conversation.id(), List.of(line("m", "a"))));
                          throw new Killed();
                        }))
        .isInstanceOf(Killed.class);
    assertThat(ports.conversations().after(DEMO, conversation.id(), 0)).isEmpty();
  }

  @Test
  void seesItsOwnWritesBeforeTheCommit() {
    Conversation conversation = conversation();
    int seen =
        work()
            .commit(
                () -> {
                  ports.conversations().append(DEMO, conversation.id(), List.of(line("m", "a")));
                  return ports.conversations().after(DEMO, conversation.id(), 0).size();
                });
    assertThat(seen).isEqualTo(1);
  }

  @Test
  void keepsATakeoverWaitingUntilTheCommitIsThrough() throws InterruptedException {
    Conversation before = conversation();
    Arrival arrival = accepted(before);
    Lease lease = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    CountDownLatch within = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    within.await();
                    ports.leases().take("w2", NOON.plus(LENGTH), LENGTH);
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  } finally {
                    taken.countDown();
                  }
                });
    work()
        .commit(
            lease,
            () -> {
              within.countDown();
              turn(before, arrival, WRITES);
              return true;
            });
    assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    other.join();
    assertThat(ports.inbox().outcome(DEMO, "m")).contains("handed_over");
  }
}
