package madoguchi.bot.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.jspecify.annotations.Nullable;

/**
 * Puts what many threads want to store at the same time into one transaction after the other: while
 * one is written, the next gathers. Everybody waits for the commit of their own, but not for ever.
 * When a group fails, each of it is tried alone, so that one that cannot be stored spoils no other;
 * when the database cannot be reached, all of it fails at once.
 *
 * <p>Stores on a platform thread of its own, so that it is not held up by what computes on virtual
 * threads; the thread ends when there is nothing to do.
 */
final class GroupCommit<Q, R> {

  private static final Duration IDLE = Duration.ofSeconds(5);

  /** So long may a commit itself take. */
  private static final Duration COMMIT = Duration.ofSeconds(3);

  private final String name;
  private final int largest;
  private final int mostWaiting;
  private final Duration patience;
  private final Function<List<Q>, List<R>> together;
  private final LinkedBlockingQueue<Waiting<Q, R>> queue;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Executor writer;

  private record Waiting<Q, R>(Q wish, long since, CompletableFuture<R> result) {

    void fail(Throwable cause) {
      result.completeExceptionally(cause);
    }
  }

  /**
   * Of groups that are stored by a function, with one result for each in order.
   *
   * @param largest so many at most are stored together
   * @param mostWaiting so many at most wait; further ones are refused
   * @param patience who has waited longer is refused instead of stored
   */
  GroupCommit(
      String name,
      int largest,
      int mostWaiting,
      Duration patience,
      Function<List<Q>, List<R>> together) {
    this(name, largest, mostWaiting, patience, together, writer(name));
  }

  /** With a writer of one thread. */
  GroupCommit(
      String name,
      int largest,
      int mostWaiting,
      Duration patience,
      Function<List<Q>, List<R>> together,
      Executor writer) {
    this.name = name;
    this.largest = largest;
    this.mostWaiting = mostWaiting;
    this.patience = patience;
    this.together = together;
    this.queue = new LinkedBlockingQueue<>(mostWaiting);
    this.writer = writer;
  }

  private static ThreadPoolExecutor writer(String name) {
    ThreadPoolExecutor writer =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("commit-" + name).daemon().factory());
    writer.allowCoreThreadTimeOut(true);
    return writer;
  }

  /**
   * Waits until it is stored.
   *
   * @throws Overloaded when it was not even tried
   * @throws StorageAway when nobody says in time whether it is stored
   */
  R submit(Q wish) {
    Waiting<Q, R> own = new Waiting<>(wish, System.nanoTime(), new CompletableFuture<>());
    if (!queue.offer(own)) {
      throw new Overloaded(name);
    }
    try {
      rouse();
    } catch (RuntimeException | Error noThread) {
      if (queue.remove(own)) {
        throw new Overloaded(name);
      }
    }
    try {
      return own.result.get(patience.plus(COMMIT).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException silent) {
      if (queue.remove(own)) {
        throw new Overloaded(name);
      }
      throw new StorageAway(name);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before it was known to be stored", hurried);
    }
  }

  /** How many wait. */
  int waiting() {
    return queue.size();
  }

  /** How many may wait. */
  int mostWaiting() {
    return mostWaiting;
  }

  /** When there is no thread to be had, the next who comes tries again. */
  private void rouse() {
    if (busy.compareAndSet(false, true)) {
      boolean begun = false;
      try {
        writer.execute(this::storeAll);
        begun = true;
      } finally {
        if (!begun) {
          busy.set(false);
        }
      }
    }
  }

  private void storeAll() {
    List<Waiting<Q, R>> group = new ArrayList<>(largest);
    Gathering gathering = new Gathering(largest);
    try {
      while (gathering.next(queue, group)) {
        store(group.stream().filter(this::isInTime).toList());
        group.clear();
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } finally {
      // Settled ones stay as they are.
      group.forEach(left -> left.fail(new IllegalStateException("the writer broke off")));
      busy.set(false);
      if (!queue.isEmpty()) {
        rouse();
      }
    }
  }

  private boolean isInTime(Waiting<Q, R> waiting) {
    boolean late = System.nanoTime() - waiting.since > patience.toNanos();
    if (late) {
      waiting.fail(new Overloaded(name));
    }
    return !late;
  }

  private void store(List<Waiting<Q, R>> group) {
    if (group.isEmpty()) {
      return;
    }
    Throwable failed = attempt(group);
    if (failed == null) {
      return;
    }
    if (group.size() == 1 || concernsAll(failed)) {
      group.forEach(waiting -> waiting.fail(failed));
    } else {
      storeEach(group);
    }
  }

  /** One after the other, until the database goes away. */
  private void storeEach(List<Waiting<Q, R>> group) {
    Throwable outage = null;
    for (Waiting<Q, R> alone : group) {
      if (outage != null) {
        alone.fail(outage);
      } else if (isInTime(alone)) {
        Throwable failed = attempt(List.of(alone));
        if (failed != null) {
          alone.fail(failed);
          outage = concernsAll(failed) ? failed : null;
        }
      }
    }
  }

  private static boolean concernsAll(Throwable failed) {
    return failed instanceof Error || Outage.isBehind(failed);
  }

  /** The failure, or null when all are stored. */
  private @Nullable Throwable attempt(List<Waiting<Q, R>> group) {
    try {
      List<R> results = together.apply(group.stream().map(Waiting::wish).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result.complete(results.get(i));
      }
      return null;
    } catch (RuntimeException | Error failed) {
      return failed;
    }
  }
}
