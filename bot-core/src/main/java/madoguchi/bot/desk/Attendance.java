package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

  /** After something broke, and for who had no turn to send. */
  private static final Duration CALM = Duration.ofSeconds(2);

  private final Stores stores;
  private final Signals signals;
  private final TurnDesk turns;
  private final SendingDesk sending;
  private final Sendings sendings;
  private final Backoff retries;
  private final Clock clock;
  private final Duration length;
  private final CountDownLatch stopping;

  /** With leases of a length, until {@code stopping} is counted down: then nothing is begun. */
  Attendance(
      Stores stores,
      Signals signals,
      TurnDesk turns,
      SendingDesk sending,
      Sendings sendings,
      Backoff retries,
      Clock clock,
      Duration length,
      CountDownLatch stopping) {
    this.stores = stores;
    this.signals = signals;
    this.turns = turns;
    this.sending = sending;
    this.sendings = sendings;
    this.retries = retries;
    this.clock = clock;
    this.length = length;
    this.stopping = stopping;
  }

  /**
   * Returns once nothing is left to do there now, or the lease is lost.
   *
   * @param leave gives up the worker's place, before a call to a door's other side, which may hang;
   *     called once or more
   * @return after which time there may be something to do; empty: when something comes
   */
  Optional<Duration> attend(Lease lease, Runnable leave) {
    try {
      return attend(lease, new HeldLease(stores.leases(), lease, length, clock), leave);
    } catch (LeaseLost lost) {
      LOG.warn("{}", lost.getMessage());
      return Optional.empty();
    } catch (RuntimeException broken) {
      LOG.error(
          "conversation {} could not be attended: {} at {}",
          lease.conversationId(),
          broken.getClass().getName(),
          broken.getStackTrace().length > 0 ? broken.getStackTrace()[0] : "?");
      // It is tried again, calmly. Where this fails too, the lease runs out in its own time.
      return pause(lease, CALM);
    }
  }

  private Optional<Duration> attend(Lease lease, HeldLease held, Runnable leave) {
    while (stopping.getCount() > 0 && held.stillHolds()) {
      Optional<ToSend> unsent = stores.outbox().next(lease).map(ToSend::waiting);
      Optional<Arrival> waiting =
          unsent.isPresent() ? Optional.empty() : stores.inbox().next(lease);
      if (waiting.isPresent()) {
        unsent = answer(lease, waiting.get());
      }
      if (unsent.isPresent()) {
        return send(lease, held, unsent.get(), leave);
      }
      waiting.ifPresent(answered -> tell(lease));
      if (stores.unitOfWork().commit(lease, () -> stores.leases().finish(lease))) {
        return Optional.empty();
      }
      if (waiting.isEmpty()) {
        LOG.warn("conversation {}: what waits cannot be read", lease.conversationId());
        return pause(lease, length);
      }
    }
    return giveBack(lease);
  }

  /** Something may wait there: for whoever takes it next. */
  private Optional<Duration> giveBack(Lease lease) {
    stores.leases().release(lease);
    return Optional.of(Duration.ZERO);
  }

  /** Something has happened there. */
  private void tell(Lease lease) {
    signals.raise(lease.municipality(), lease.conversationId());
  }

  private Optional<ToSend> answer(Lease lease, Arrival arrival) {
    try (Correlation marks = Correlation.of(arrival)) {
      return turns.take(lease, arrival);
    }
  }

  /** Tries once. Others work at this place meanwhile: what waits besides is for the next worker. */
  private Optional<Duration> send(Lease lease, HeldLease held, ToSend toSend, Runnable leave) {
    Dispatch dispatch = toSend.dispatch();
    if (!toSend.begun() && !sendings.begin(dispatch)) {
      return pause(lease, CALM);
    }
    try (Correlation marks = Correlation.of(dispatch)) {
      leave.run();
      tell(lease);
      if (!held.stillHolds()) {
        return giveBack(lease);
      }
      return sending.send(lease, toSend)
          ? Optional.empty()
          : pause(lease, retries.after(dispatch.attempts() + 1));
    } finally {
      sendings.end(dispatch);
    }
  }

  /** The lease ends after the pause: whoever takes the next one goes on. */
  private Optional<Duration> pause(Lease lease, Duration pause) {
    try {
      return stores.leases().renew(lease, clock.instant(), pause)
          ? Optional.of(pause)
          : Optional.empty();
    } catch (RuntimeException away) {
      return Optional.empty();
    }
  }
}
