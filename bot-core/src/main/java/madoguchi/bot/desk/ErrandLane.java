package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.SendState;
import madoguchi.bot.post.UnitOfWork;
import madoguchi.municipality.MunicipalityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The errands of one kind: as many at once as their runner wants. */
final class ErrandLane {

  private static final Logger LOG = LoggerFactory.getLogger(ErrandLane.class);

  private final ErrandRunner runner;
  private final Errands errands;
  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final Runnable ended;
  private final Semaphore free;
  private final Backoff backoff = Backoff.ofErrands(RandomGenerator.getDefault());

  /**
   * A lane for the runner.
   *
   * @param ended is told when one has ended; must not block
   */
  ErrandLane(
      ErrandRunner runner, Errands errands, UnitOfWork unitOfWork, Clock clock, Runnable ended) {
    this.runner = runner;
    this.errands = errands;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.ended = ended;
    this.free = new Semaphore(runner.width());
  }

  boolean isIdle() {
    return free.availablePermits() == runner.width();
  }

  /** Begins what is due, as far as there are places; true when at least one was begun. */
  boolean beginDue(MunicipalityCode town, Instant now) {
    int places = free.availablePermits();
    boolean begun = false;
    if (places > 0) {
      for (Errand errand : errands.due(town, runner.kind(), now, places)) {
        begun |= begin(errand, now);
      }
    }
    return begun;
  }

  private boolean begin(Errand errand, Instant now) {
    if (!free.tryAcquire()) {
      return false;
    }
    boolean begun = false;
    try {
      begun = errands.begin(errand, now.plus(runner.longest())).map(this::start).orElse(false);
      return begun;
    } finally {
      if (!begun) {
        free.release();
      }
    }
  }

  private boolean start(Errand begun) {
    Thread.ofVirtual().name(runner.kind()).start(() -> run(begun));
    return true;
  }

  private void run(Errand errand) {
    try {
      boolean late = !clock.instant().isBefore(errand.expiresAt());
      Delivery end = late ? runner.expired(errand) : runner.run(errand);
      LOG.info(
          "errand {} of {} by {}: {} {}",
          errand.id(),
          errand.municipality(),
          errand.kind(),
          end.state(),
          end.note());
      settle(errand, end);
    } catch (RuntimeException broken) {
      // It stays begun, and is tried again when its time is over.
      LOG.error("errand {} broke off: {}", errand.id(), broken.getClass().getName());
    } finally {
      free.release();
      ended.run();
    }
  }

  private void settle(Errand errand, Delivery end) {
    Instant next = next(errand, end);
    unitOfWork.commit(
        () -> {
          boolean settled = errands.settle(errand, end.state(), end.note(), next);
          if (settled && end.state() != SendState.TRYING) {
            runner.ended(errand, end);
          }
          return settled;
        });
  }

  private Instant next(Errand errand, Delivery end) {
    Instant now = clock.instant();
    if (end.state() != SendState.TRYING) {
      return now;
    }
    Instant next = now.plus(backoff.after(errand.attempts()));
    return next.isBefore(errand.expiresAt()) ? next : errand.expiresAt();
  }
}
