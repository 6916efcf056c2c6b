package madoguchi.server.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.jdbc.Upkeep;
import madoguchi.bot.town.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the database's files: a little every two seconds, thoroughly once in the early
 * morning and at an orderly stop, so that what was erased is gone from them too.
 */
public final class Caretaker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Duration OFTEN = Duration.ofSeconds(2);
  private static final LocalTime EARLY = LocalTime.of(3, 30);

  private final Database database;
  private final Upkeep upkeep;
  private final Clock clock;
  private final Duration ended;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread round;
  private LocalDate done;

  /**
   * Begins its rounds.
   *
   * @param ended how long is kept how sendings ended and what residents found useful
   */
  public Caretaker(Database database, Upkeep upkeep, Clock clock, Duration ended) {
    this.database = database;
    this.upkeep = upkeep;
    this.clock = clock;
    this.ended = ended;
    this.done = thoroughUntil();
    this.round = Thread.ofVirtual().name("caretaker").start(this::round);
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      round.join(OFTEN.multipliedBy(2));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    thoroughly();
  }

  private void round() {
    try {
      while (!stopping.await(OFTEN.toMillis(), TimeUnit.MILLISECONDS)) {
        attempt(database::lookAtDisk);
        attempt(upkeep::often);
        LocalDate due = thoroughUntil();
        if (due.isAfter(done)) {
          thoroughly();
          done = due;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void thoroughly() {
    attempt(() -> upkeep.sweep(clock.instant(), ended));
    attempt(upkeep::nightly);
  }

  /** The last day whose early morning has come. */
  private LocalDate thoroughUntil() {
    ZonedDateTime now = clock.instant().atZone(Municipality.ZONE);
    return now.toLocalTime().isBefore(EARLY) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }

  private static void attempt(Runnable care) {
    try {
      care.run();
    } catch (RuntimeException later) {
      // The database's message may hold a value; what was left undone is done the next time.
      LOG.warn("the database could not be looked after: {}", later.getClass().getName());
    }
  }
}
