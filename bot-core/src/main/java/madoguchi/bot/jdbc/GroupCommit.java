package madoguchi.bot.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import madoguchi.bot.post.Overloaded;

/**
 * Puts what many threads want to store at the same time into one transaction after the other: while
 * one is written, the next gathers. Everybody waits for the commit of their own. When a group
 * fails, each of it is tried alone, so that one that cannot be stored spoils no other; when the
 * database cannot be reached, all of it fails at once.
 *
 * <p>Stores on a platform thread of its own, so that it is not held up by what computes on virtual
 * threads; the thread ends when there is nothing to do.
 */
final class GroupCommit<Q, R> {

  private static final Duration IDLE = Duration.ofSeconds(5);

  private final String name;
  private final int largest;
  private final int mostWaiting;
  private final Duration patience;
  private final Function<List<Q>, List<R>> together;
  private final LinkedBlockingQueue<Waiting<Q, R>> queue;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ThreadPoolExecutor writer;

  private record Waiting<Q, R>(Q wish, long since, CompletableFuture<R> result) {}

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
    this.name = name;
    this.largest = largest;
    this.mostWaiting = mostWaiting;
    this.patience = patience;
    this.together = together;
    this.queue = new LinkedBlockingQueue<>(mostWaiting);
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("commit-" + name).daemon().factory());
    writer.allowCoreThreadTimeOut(true);
  }

  /**
   * Waits until it is stored.
   *
   * @throws Overloaded when it was not even tried
   */
  R submit(Q wish) {
    Waiting<Q, R> own = new Waiting<>(wish, System.nanoTime(), new CompletableFuture<>());
    if (!queue.offer(own)) {
      throw new Overloaded(name);
    }
    rouse();
    try {
      return own.result.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
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

  private void rouse() {
    if (busy.compareAndSet(false, true)) {
      writer.execute(this::storeAll);
    }
  }

  private void storeAll() {
    List<Waiting<Q, R>> group = new ArrayList<>();
    while (queue.drainTo(group, largest) > 0) {
      store(group.stream().filter(this::isInTime).toList());
      group.clear();
    }
    busy.set(false);
    if (!queue.isEmpty()) {
      rouse();
    }
  }

  private boolean isInTime(Waiting<Q, R> waiting) {
    boolean late = System.nanoTime() - waiting.since > patience.toNanos();
    if (late) {
      waiting.result.completeExceptionally(new Overloaded(name));
    }
    return !late;
  }

  private void store(List<Waiting<Q, R>> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      List<R> results = together.apply(group.stream().map(Waiting::wish).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result.complete(results.get(i));
      }
    } catch (RuntimeException | Error failed) {
      if (group.size() == 1 || failed instanceof Error || Outage.isBehind(failed)) {
        group.forEach(waiting -> waiting.result.completeExceptionally(failed));
      } else {
        group.forEach(alone -> store(List.of(alone)));
      }
    }
  }
}
