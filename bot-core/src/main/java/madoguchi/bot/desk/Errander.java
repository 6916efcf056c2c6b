package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.UnitOfWork;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.StorageAway;
import madoguchi.municipality.MunicipalityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Runs what is due, each kind in its own width, so that one kind that hangs holds up no other and
 * no answer. Looks each second and when it is woken.
 */
public final class Errander implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Errander.class);
  private static final Duration TIDY_EACH = Duration.ofMinutes(10);

  private final Municipalities municipalities;
  private final List<ErrandLane> lanes;
  private final Consumer<MunicipalityCode> tidy;
  private final Clock clock;
  private final Semaphore news = new Semaphore(0);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Instant tidied = Instant.MIN;

  /**
   * Rests until started.
   *
   * @param tidy what is done for each town from time to time, such as deleting what has expired
   */
  public Errander(
      Municipalities municipalities,
      Errands errands,
      UnitOfWork unitOfWork,
      Collection<ErrandRunner> runners,
      Consumer<MunicipalityCode> tidy,
      Clock clock) {
    this.municipalities = municipalities;
    this.lanes =
        runners.stream()
            .map(runner -> new ErrandLane(runner, errands, unitOfWork, clock, this::wake))
            .toList();
    this.tidy = tidy;
    this.clock = clock;
  }

  public void start() {
    Thread.ofVirtual().name("errands").start(this::round);
  }

  /** There may be one; never blocks. */
  public void wake() {
    news.release();
  }

  @Override
  public void close() {
    stopping.countDown();
    wake();
  }

  private void round() {
    while (stopping.getCount() > 0) {
      try {
        if (!runDue() && news.tryAcquire(1, TimeUnit.SECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException storage) {
        failed("cannot look for errands", storage);
        pause();
      }
    }
  }

  /** True when at least one was begun. */
  boolean runDue() {
    Instant now = clock.instant();
    boolean tidies = tidied.isBefore(now.minus(TIDY_EACH));
    // Before it is done: where it fails it must not be tried each second.
    tidied = tidies ? now : tidied;
    boolean begun = false;
    for (Municipality town : municipalities.all()) {
      for (ErrandLane lane : lanes) {
        begun |= attempt(town, () -> lane.beginDue(town.code(), now));
      }
      if (tidies) {
        attempt(
            town,
            () -> {
              tidy.accept(town.code());
              return false;
            });
      }
    }
    return begun;
  }

  /** What fails for one town or one kind holds up no other, unless the storage is away for all. */
  private boolean attempt(Municipality town, BooleanSupplier step) {
    try {
      return step.getAsBoolean();
    } catch (StorageAway forAll) {
      throw forAll;
    } catch (RuntimeException broken) {
      failed("errands of " + town.code() + " cannot be looked after", broken);
      return false;
    }
  }

  /** While the server stops, the database is closed under a round that still runs: no error. */
  private void failed(String what, RuntimeException failure) {
    LOG.atLevel(stopping.getCount() > 0 ? Level.ERROR : Level.DEBUG)
        .log("{}: {}", what, failure.getClass().getName());
  }

  /** Whether nothing runs at present. */
  boolean isIdle() {
    return lanes.stream().allMatch(ErrandLane::isIdle);
  }

  private void pause() {
    try {
      if (stopping.await(1, TimeUnit.SECONDS)) {
        LOG.debug("stopping");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
