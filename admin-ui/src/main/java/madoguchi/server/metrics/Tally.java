package madoguchi.server.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work would have counted. It may still be undone, and tried again on its own; so
 * nothing is counted before it is committed.
 */
final class Tally {

  private static final ThreadLocal<@Nullable Tally> OPEN = new ThreadLocal<>();

  private final List<Runnable> counts = new ArrayList<>();

  private Tally() {}

  /** A result with what is to be counted for it. */
  record Counted<T>(T result, List<Runnable> counts) {

    /** Counts, and gives the result; for whoever knows that it is committed. */
    T committed() {
      counts.forEach(Tally::count);
      return result;
    }
  }

  /** Counts now or, within a unit of work, once it is committed. */
  static void count(Runnable count) {
    Tally open = OPEN.get();
    if (open == null) {
      count.run();
    } else {
      open.counts.add(count);
    }
  }

  /** Does a unit's work and counts nothing yet. */
  static <T> Counted<T> of(Supplier<T> work) {
    Tally outer = OPEN.get();
    Tally own = new Tally();
    OPEN.set(own);
    try {
      return new Counted<>(work.get(), own.counts);
    } finally {
      if (outer == null) {
        OPEN.remove();
      } else {
        OPEN.set(outer);
      }
    }
  }
}
