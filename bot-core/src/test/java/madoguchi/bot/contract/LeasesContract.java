package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.Leases;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.Test;

/** What every {@link Leases} does. */
public abstract class LeasesContract extends PortContract {

  private Leases leases() {
    return ports.leases();
  }

  @Test
  void givesNothingWhereNothingWaits() {
    conversation();
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void givesAConversationWithAMessageOnce() {
    Conversation conversation = conversation();
    ports.inbox().accept(List.of(arrival(conversation, "m")));
    Optional<Lease> lease = leases().take("w", NOON, LENGTH);
    assertThat(lease).map(Lease::conversationId).contains(conversation.id());
    assertThat(leases().take("w2", NOON, LENGTH)).isEmpty();
  }

  @Test
  void givesAConversationWithSomethingToSend() {
    Conversation conversation = conversation();
    ports.outbox().add(dispatch(conversation, "d", NOON));
    Lease lease = leases().take("w", NOON, LENGTH).orElseThrow();
    ports.outbox().settle(dispatch(conversation, "d", NOON), SendState.SENT, "200");
    leases().release(lease);
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void givesTheLongestWaitingFirst() {
    Conversation late = conversation(DEMO, "late");
    Conversation early = conversation(OTHER, "early");
    Conversation middle = conversation(DEMO, "middle");
    ports.inbox().accept(List.of(arrival(late, "l", NOON.plusSeconds(2), "l")));
    ports.inbox().accept(List.of(arrival(early, "e", NOON, "e")));
    ports.outbox().add(dispatch(middle, "d", NOON.plusSeconds(1)));
    ports.inbox().accept(List.of(arrival(late, "l2", NOON.plusSeconds(9), "l")));
    assertThat(IntStream.range(0, 3).mapToObj(i -> leases().take("w", NOON, LENGTH).orElseThrow()))
        .extracting(Lease::conversationId)
        .containsExactly(early.id(), middle.id(), late.id());
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void endsWhatADeadOwnerHeldAndNothingElse() {
    Conversation killed = conversation(DEMO, "killed");
    ports.inbox().accept(List.of(arrival(killed, "k")));
    Lease lost = leases().take("dead", NOON, LENGTH).orElseThrow();
    Conversation other = conversation(OTHER, "other");
    ports.inbox().accept(List.of(arrival(other, "o", NOON, "o")));
    leases().take("living", NOON, LENGTH).orElseThrow();
    leases().end("dead");
    Lease again = leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(again.conversationId()).isEqualTo(killed.id());
    assertThat(again.fence()).isGreaterThan(lost.fence());
    assertThat(leases().renew(lost, NOON, LENGTH)).isFalse();
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void passesOverAConversationWhoseWorkIsDone() {
    Conversation conversation = conversation();
    ports.inbox().accept(List.of(arrival(conversation, "m")));
    ports.inbox().done(DEMO, "m", "answered");
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void givesAReleasedConversationAgainWhileItHasWork() {
    Conversation conversation = conversation();
    ports.inbox().accept(List.of(arrival(conversation, "m"), arrival(conversation, "m2")));
    Lease first = leases().take("w", NOON, LENGTH).orElseThrow();
    ports.inbox().done(DEMO, "m", "answered");
    leases().release(first);
    Lease second = leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(second.fence()).isGreaterThan(first.fence());
    ports.inbox().done(DEMO, "m2", "answered");
    leases().release(second);
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
  }

  @Test
  void givesAMessageThatCameWhileTheConversationWasHeld() {
    Conversation conversation = conversation();
    ports.inbox().accept(List.of(arrival(conversation, "m")));
    Lease lease = leases().take("w", NOON, LENGTH).orElseThrow();
    ports.inbox().done(DEMO, "m", "answered");
    ports.inbox().accept(List.of(arrival(conversation, "m2")));
    leases().release(lease);
    assertThat(leases().take("w", NOON, LENGTH)).isPresent();
  }

  @Test
  void givesAConversationAgainWhenItsLeaseRanOut() {
    Lease first = lease(conversation());
    assertThat(leases().take("w", NOON.plus(LENGTH).minusMillis(1), LENGTH)).isEmpty();
    Lease second = leases().take("w", NOON.plus(LENGTH), LENGTH).orElseThrow();
    assertThat(second.conversationId()).isEqualTo(first.conversationId());
    assertThat(second.fence()).isGreaterThan(first.fence());
  }

  @Test
  void holdsOnForLongerWhenRenewed() {
    Lease lease = lease(conversation());
    assertThat(leases().renew(lease, NOON.plusSeconds(10), LENGTH)).isTrue();
    assertThat(leases().take("w", NOON.plusSeconds(20), LENGTH)).isEmpty();
    assertThat(leases().take("w", NOON.plusSeconds(25), LENGTH)).isPresent();
  }

  @Test
  void refusesToRenewOrReleaseALostLease() {
    Lease lost = lease(conversation());
    Lease present = leases().take("w", NOON.plus(LENGTH), LENGTH).orElseThrow();
    assertThat(leases().renew(lost, NOON, LENGTH.multipliedBy(9))).isFalse();
    leases().release(lost);
    assertThat(leases().take("w", NOON.plus(LENGTH), LENGTH)).isEmpty();
    assertThat(leases().renew(present, NOON, LENGTH)).isTrue();
  }

  @Test
  void losesTheLeaseOnAnErasedConversation() {
    Lease lease = lease(conversation());
    ports.conversations().erase(DEMO, lease.conversationId());
    assertThat(leases().renew(lease, NOON, LENGTH)).isFalse();
    assertThatThrownBy(() -> ports.unitOfWork().commit(lease, () -> true))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void givesOneConversationToOneOfManyThreads() {
    Conversation conversation = conversation();
    ports.inbox().accept(List.of(arrival(conversation, "m")));
    List<Optional<Lease>> taken = atOnce(16, i -> leases().take("w" + i, NOON, LENGTH));
    assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void givesManyConversationsToManyThreadsEachOnce() {
    List<String> ids =
        IntStream.range(0, 40)
            .mapToObj(i -> conversation(DEMO, "citizen " + i))
            .peek(c -> ports.inbox().accept(List.of(arrival(c, "m " + c.id()))))
            .map(Conversation::id)
            .toList();
    List<List<String>> taken =
        atOnce(
            8,
            i ->
                java.util.stream.Stream.generate(() -> leases().take("w" + i, NOON, LENGTH))
                    .limit(40)
                    .flatMap(Optional::stream)
                    .map(Lease::conversationId)
                    .toList());
    List<String> all = taken.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(40);
    assertThat(new HashSet<>(all)).isEqualTo(new HashSet<>(ids));
  }

  @Test
  void losesNoMessageBetweenReleasingAndAccepting() {
    Conversation conversation = conversation();
    for (int round = 0; round < 25; round++) {
      String id = "round " + round;
      ports.inbox().accept(List.of(arrival(conversation, "first of " + id)));
      Lease lease = leases().take("w", NOON, LENGTH).orElseThrow();
      ports.inbox().done(DEMO, "first of " + id, "answered");
      atOnce(
          2,
          i -> {
            if (i == 0) {
              leases().release(lease);
            } else {
              ports.inbox().accept(List.of(arrival(conversation, id)));
            }
            return i;
          });
      Lease next = leases().take("w", NOON, LENGTH).orElseThrow();
      assertThat(ports.inbox().next(next)).isPresent();
      ports.inbox().done(DEMO, id, "answered");
      leases().release(next);
    }
  }

  @Test
  void givesSeveralAtOnceAndNoneTwice() {
    List<Conversation> some =
        IntStream.range(0, 7).mapToObj(i -> conversation(DEMO, "citizen " + i)).toList();
    some.forEach(c -> ports.inbox().accept(List.of(arrival(c, "m " + c.id()))));
    List<Lease> first = leases().take("w", NOON, LENGTH, 5);
    List<Lease> rest = leases().take("w", NOON, LENGTH, 5);
    assertThat(first).hasSize(5);
    assertThat(rest).hasSize(2);
    assertThat(java.util.stream.Stream.concat(first.stream(), rest.stream()))
        .extracting(Lease::conversationId)
        .containsExactlyInAnyOrderElementsOf(some.stream().map(Conversation::id).toList());
  }

  @Test
  void givesThoseWhoCanStillBeReachedBeforeThoseWhoCannotAndForgetsNobody() {
    List<Lease> order = new java.util.ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Conversation dead = conversation(DEMO, "dead " + i);
      Conversation alive = conversation(DEMO, "alive " + i);
      ports
          .inbox()
          .accept(
              List.of(
                  arrival(dead, "dead " + dead.id(), NOON.minusSeconds(90 - i), "d"),
                  arrival(alive, "alive " + alive.id(), NOON.minusSeconds(40 - i), "a")));
    }
    for (int i = 0; i < 24; i++) {
      order.add(leases().take("w", NOON, LENGTH).orElseThrow());
    }
    List<String> kinds =
        order.stream().map(lease -> ports.inbox().next(lease).orElseThrow().payload()).toList();
    assertThat(kinds.subList(0, 7)).containsOnly("a");
    assertThat(kinds.get(7)).isEqualTo("d");
    assertThat(kinds.subList(8, 13)).containsOnly("a");
    assertThat(kinds.subList(13, 24)).containsOnly("d");
    assertThat(
            order.stream()
                .map(lease -> ports.inbox().next(lease).orElseThrow())
                .filter(a -> a.payload().equals("a"))
                .map(madoguchi.bot.post.Arrival::sentAt))
        .isSorted();
  }

  @Test
  void takesWhoWasUnderWayForLongForSomebodyWhoCameJustNow() {
    Conversation redelivered = conversation(DEMO, "redelivered");
    Conversation dead = conversation(DEMO, "dead");
    Instant longAgo = NOON.minus(Duration.ofMinutes(10));
    Arrival again =
        new Arrival(DEMO, redelivered.id(), "again", "web", longAgo, NOON.minusSeconds(5), "words");
    ports.inbox().accept(List.of(again, arrival(dead, "d", NOON.minusSeconds(90), "d")));
    assertThat(leases().backlog())
        .extracting(madoguchi.bot.post.Backlog::since)
        .containsExactly(NOON.minusSeconds(90));
    Lease first = leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(first.conversationId()).isEqualTo(redelivered.id());
    assertThat(ports.inbox().next(first)).contains(again);
    // Also when the row is looked at anew.
    leases().release(first);
    assertThat(leases().take("w", NOON, LENGTH))
        .map(Lease::conversationId)
        .contains(redelivered.id());
  }

  @Test
  void tellsSinceWhenTheLongestWaitsWhoCanBeReached() {
    assertThat(leases().longestDue(NOON)).isEmpty();
    Conversation dead = conversation(DEMO, "dead");
    Conversation early = conversation(OTHER, "early");
    Conversation late = conversation(DEMO, "late");
    ports.inbox().accept(List.of(arrival(dead, "d", NOON.minusSeconds(90), "d")));
    assertThat(leases().longestDue(NOON)).isEmpty();
    ports.outbox().add(dispatch(late, "l", NOON.minusSeconds(3)));
    assertThat(leases().longestDue(NOON)).contains(NOON.minusSeconds(3));
    ports.inbox().accept(List.of(arrival(early, "e", NOON.minusSeconds(20), "e")));
    assertThat(leases().longestDue(NOON)).contains(NOON.minusSeconds(20));
    Lease held = leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(held.conversationId()).isEqualTo(early.id());
    assertThat(leases().longestDue(NOON)).contains(NOON.minusSeconds(3));
    assertThat(leases().longestDue(NOON.plus(LENGTH))).contains(NOON.minusSeconds(20));
  }

  @Test
  void givesBackOnlyWhatIsFinished() {
    Conversation conversation = conversation();
    ports.inbox().accept(List.of(arrival(conversation, "m"), arrival(conversation, "m2")));
    Lease lease = leases().take("w", NOON, LENGTH).orElseThrow();
    ports.inbox().done(DEMO, "m", "answered");
    assertThat(leases().finish(lease)).isFalse();
    assertThat(leases().take("w", NOON, LENGTH)).isEmpty();
    ports.inbox().done(DEMO, "m2", "answered");
    assertThat(ports.unitOfWork().commit(lease, () -> leases().finish(lease))).isTrue();
    ports.inbox().accept(List.of(arrival(conversation, "m3")));
    Lease next = leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(next.fence()).isGreaterThan(lease.fence());
    assertThat(leases().finish(lease)).isTrue();
    assertThat(leases().renew(next, NOON, LENGTH)).isTrue();
  }

  @Test
  void tellsWhatWaitsByTownAndDoor() {
    assertThat(leases().backlog()).isEmpty();
    Conversation one = conversation(DEMO, "one");
    Conversation two = conversation(DEMO, "two");
    Conversation elsewhere = conversation(OTHER, "one");
    ports.inbox().accept(List.of(arrival(one, "1", NOON.plusSeconds(2), "1")));
    ports.inbox().accept(List.of(arrival(one, "1b", NOON.plusSeconds(3), "1")));
    ports.outbox().add(dispatch(two, "2", NOON.plusSeconds(1)));
    ports.inbox().accept(List.of(arrival(elsewhere, "3", NOON, "3")));
    assertThat(leases().backlog())
        .containsExactlyInAnyOrder(
            new madoguchi.bot.post.Backlog(DEMO, "web", 2, NOON.plusSeconds(1)),
            new madoguchi.bot.post.Backlog(OTHER, "web", 1, NOON));
    Lease lease = leases().take("w", NOON, LENGTH).orElseThrow();
    ports.inbox().done(OTHER, "3", "answered");
    leases().finish(lease);
    assertThat(leases().backlog()).hasSize(1);
  }
}
