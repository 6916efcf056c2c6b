package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what waits in one conversation, one thing after the other, while the lease on it holds. */
final class Attendance {

  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final Stores stores;
  private final Signals signals;
  private final TurnDesk turns;
  private final SendingDesk sending;
  private final Clock clock;
  private final Duration length;
  private final CountDownLatch stopping;

  /** With leases of a length, until {@code stopping} is counted down: then nothing is begun. */
  Attendance(
      Stores stores,
      Signals signals,
      TurnDesk turns,
      SendingDesk sending,
      Clock clock,
      Duration length,
      CountDownLatch stopping) {
    this.stores = stores;
    this.signals = signals;
    this.turns = turns;
    this.sending = sending;
    this.clock = clock;
    this.length = length;
    this.stopping = stopping;
  }

  /** Returns once nothing is left to do there, or the lease is lost. */
  void attend(Lease lease) {
    try {
      HeldLease held = new HeldLease(stores.leases(), lease, length, clock);
      while (stopping.getCount() > 0 && held.stillHolds()) {
        Optional<Dispatch> unsent = stores.outbox().next(lease);
        if (unsent.isPresent()) {
          send(lease, unsent.get());
          continue;
        }
        Optional<Arrival> waiting = stores.inbox().next(lease);
        if (waiting.isPresent()) {
          answer(lease, waiting.get());
        }
        if (stores.unitOfWork().commit(lease, () -> stores.leases().finish(lease))) {
          return;
        }
      }
      stores.leases().release(lease);
    } catch (LeaseLost lost) {
      LOG.warn("{}", lost.getMessage());
    } catch (RuntimeException broken) {
      // The lease is left to run out: so a broken store or conversation is tried again, calmly.
      LOG.error(
          "conversation {} could not be attended: {} at {}",
          lease.conversationId(),
          broken.getClass().getName(),
          broken.getStackTrace().length > 0 ? broken.getStackTrace()[0] : "?");
    }
  }

  private void answer(Lease lease, Arrival arrival) {
    Optional<Dispatch> toSend;
    try (Correlation marks = Correlation.of(arrival)) {
      toSend = turns.take(lease, arrival);
    }
    signals.raise(lease.municipality(), lease.conversationId());
    toSend.ifPresent(dispatch -> send(lease, dispatch));
  }

  /** Tries until it is settled, with a longer pause after every try. */
  private void send(Lease lease, Dispatch dispatch) {
    Duration pause = FIRST_PAUSE;
    Optional<Dispatch> unsent = Optional.of(dispatch);
    HeldLease held = new HeldLease(stores.leases(), lease, length, clock);
    while (unsent.isPresent() && !sendOnce(lease, unsent.get())) {
      pause = pauseFor(pause);
      if (stopping.getCount() == 0 || !held.stillHolds()) {
        return;
      }
      unsent = stores.outbox().next(lease);
    }
  }

  private boolean sendOnce(Lease lease, Dispatch dispatch) {
    try (Correlation marks = Correlation.of(dispatch)) {
      return sending.send(lease, dispatch);
    }
  }

  /** Returns the next pause, which is longer. */
  private Duration pauseFor(Duration pause) {
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stopping");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
  }
}
