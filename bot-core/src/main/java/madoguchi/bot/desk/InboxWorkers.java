package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Signals;
import madoguchi.bot.town.Municipalities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits in the inbox to the reception and what was said to its door: one conversation
 * at a time under its lease, many conversations side by side on virtual threads.
 */
public final class InboxWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWorkers.class);
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** While much waits, so many are taken together if they become free within this time. */
  private static final int TOGETHER = 16;

  private static final Duration GATHERING = Duration.ofMillis(20);

  /**
   * Who is taken waits for its turn here and for no other node. Taking some lasts as long as a
   * commit: with fewer at once less is taken than two cores can answer.
   */
  private static final int MOST_AT_ONCE = 64;

  /** Who has waited so long, or since before the start, is answered, burst or not. */
  private static final Duration LONG = Duration.ofSeconds(15);

  /** So many of a town's replies at once are on their way by one door. */
  private static final int MOST_SENDING = 256;

  private final Stores stores;
  private final ExecutorService attending =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("attend").factory());
  private final Thinking thinking;
  private final Attendance attendance;
  private final Burst burst;
  private final Clock clock;
  private final Instant born;
  private final String owner;
  private final int width;
  private final Semaphore free;
  private final Semaphore news = new Semaphore(0);
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * Workers that rest until started.
   *
   * @param owner names this node in the leases; the same after each start, if what it held when it
   *     was killed is to be free at once
   * @param width how many conversations are worked on at once, 1 or more; those for which a door's
   *     other side is waited for do not count
   */
  public InboxWorkers(
      Municipalities municipalities,
      Stores stores,
      Reception reception,
      Collection<Channel> doors,
      Signals signals,
      Clock clock,
      String owner,
      int width) {
    Map<String, Channel> channels =
        doors.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    this.stores = stores;
    this.clock = clock;
    this.born = clock.instant();
    this.burst = new Burst(stores.inbox()::isPressed, this::waitsLong, stopping);
    this.thinking = new Thinking(burst);
    Sendings sendings = new Sendings(MOST_SENDING);
    this.attendance =
        new Attendance(
            stores,
            signals,
            new TurnDesk(municipalities, stores, reception, channels, thinking, sendings, clock),
            new SendingDesk(stores, channels, clock),
            sendings,
            Backoff.ofReplies(() -> ThreadLocalRandom.current().nextLong()),
            clock,
            LEASE,
            stopping);
    this.owner = owner;
    this.width = width;
    this.free = new Semaphore(width);
  }

  /** Begins to look for work, at every {@link #wake} and at least each second. */
  public void start() {
    Thread.ofVirtual().name("inbox").start(this::lookForWork);
  }

  /** There may be work; never blocks. */
  public void wake() {
    news.release();
  }

  /** Takes no further work and waits some seconds for what is being done. */
  @Override
  public void close() {
    stopping.countDown();
    wake();
    try {
      boolean rests = free.tryAcquire(width, LEASE.toSeconds(), TimeUnit.SECONDS);
      attending.shutdown();
      if (!rests || !attending.awaitTermination(LEASE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("stopped while conversations were being answered; they are taken up at the start");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    thinking.close();
  }

  private void lookForWork() {
    boolean begun = false;
    boolean busy = false;
    while (stopping.getCount() > 0) {
      try {
        if (!begun) {
          stores.leases().end(owner);
          begun = true;
        }
        burst.standBack();
        free.acquire();
        if (busy && free.tryAcquire(TOGETHER - 1, GATHERING.toMillis(), TimeUnit.MILLISECONDS)) {
          free.release(TOGETHER - 1);
        }
        busy = takeSome(1 + free.drainPermits());
        if (!busy) {
          news.tryAcquire(1, TimeUnit.SECONDS);
          news.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException storage) {
        LOG.error("cannot look for work: {}", storage.getClass().getName());
        pause(Duration.ofSeconds(1));
      }
    }
  }

  private boolean waitsLong() {
    Instant now = clock.instant();
    return stores
        .leases()
        .longestDue(now)
        .filter(since -> since.isBefore(now.minus(LONG)) || since.isBefore(born))
        .isPresent();
  }

  /** Holds places of {@link #free} when it begins; false when nothing waits. */
  private boolean takeSome(int places) {
    List<Lease> leases = List.of();
    try {
      leases = stores.leases().take(owner, clock.instant(), LEASE, Math.min(places, MOST_AT_ONCE));
      leases.forEach(lease -> attending.execute(() -> attend(lease)));
      return !leases.isEmpty();
    } finally {
      free.release(places - leases.size());
    }
  }

  private void attend(Lease lease) {
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (!left.getAndSet(true)) {
            free.release();
          }
        };
    Optional<Duration> again = Optional.empty();
    try {
      again = attendance.attend(lease, leave);
    } finally {
      leave.run();
      wake();
    }
    again.ifPresent(
        when -> {
          pause(when);
          wake();
        });
  }

  private void pause(Duration length) {
    try {
      if (stopping.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stopping");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
