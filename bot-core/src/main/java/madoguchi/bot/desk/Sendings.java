package madoguchi.bot.desk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.post.Dispatch;

/**
 * How many of a town's dispatches may be on their way by one door at once: when a door's other side
 * hangs, neither the other doors nor the other towns wait for it.
 */
final class Sendings {

  /** Who gets no turn within this comes again later. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private final int most;
  private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

  Sendings(int most) {
    this.most = most;
  }

  /** Whether it may go now; then it must also {@link #end}. */
  boolean begin(Dispatch dispatch) {
    try {
      return free(dispatch).tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void end(Dispatch dispatch) {
    free(dispatch).release();
  }

  private Semaphore free(Dispatch dispatch) {
    return free.computeIfAbsent(
        dispatch.municipality().value() + ' ' + dispatch.channel(), door -> new Semaphore(most));
  }
}
