package madoguchi.bot.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes groups out of a queue. While several come at a time it waits a little for some more: a
 * commit of its own would cost more than that.
 */
final class Gathering {

  private static final int WORTHWHILE = 40;
  private static final long PATIENCE = Duration.ofMillis(50).toNanos();

  private final int largest;
  private boolean severalCome;

  Gathering(int largest) {
    this.largest = largest;
  }

  /** Adds what waits to a group that is empty; false when nothing does. */
  <T> boolean next(BlockingQueue<T> queue, List<T> group) throws InterruptedException {
    queue.drainTo(group, largest);
    if (severalCome && !group.isEmpty()) {
      waitForSome(queue, group);
    }
    severalCome = group.size() > 1;
    return !group.isEmpty();
  }

  private <T> void waitForSome(BlockingQueue<T> queue, List<T> group) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE;
    T more;
    while (group.size() < Math.min(WORTHWHILE, largest)
        && (more = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS)) != null) {
      group.add(more);
    }
  }
}
