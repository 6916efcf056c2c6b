package madoguchi.bot.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where answers are thought out: a platform thread per core. Virtual threads are not preempted, and
 * who computes on them for milliseconds holds up every webhook that only wants to be stored.
 */
final class Thinking implements AutoCloseable {

  private final ExecutorService threads;
  private final Burst burst;

  /** While a burst comes in, not even what is at hand already is thought out. */
  Thinking(Burst burst) {
    this.burst = burst;
    int cores = Runtime.getRuntime().availableProcessors();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            cores,
            cores,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("thinking-", 0).daemon().factory());
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** Waits for the result; a failure comes through as it is. */
  <T> T of(Supplier<T> thought) {
    try {
      return CompletableFuture.supplyAsync(
              thought, work -> threads.execute(calmly(Correlation.carried(work))))
          .join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** It is thought out in any case: somebody waits for it. */
  private Runnable calmly(Runnable work) {
    return () -> {
      try {
        burst.standBack();
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      } finally {
        work.run();
      }
    };
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
