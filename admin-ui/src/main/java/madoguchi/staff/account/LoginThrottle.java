package madoguchi.staff.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed attempts to log in, per account and per address, within a sliding window on this
 * node. Remembers a bounded number of names, so that attempts cannot fill the memory.
 */
final class LoginThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > REMEMBERED;
        }
      };

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes one of the attempts that a name still has.
   *
   * @param most failures allowed within the window
   * @return how long to wait when there is none left
   */
  synchronized Optional<Duration> take(String name, int most) {
    Instant now = clock.instant();
    Deque<Instant> taken = failures.computeIfAbsent(name, n -> new ArrayDeque<>());
    while (!taken.isEmpty() && !taken.getFirst().plus(WINDOW).isAfter(now)) {
      taken.removeFirst();
    }
    if (taken.size() >= most) {
      return Optional.of(Duration.between(now, taken.getFirst().plus(WINDOW)));
    }
    taken.addLast(now);
    return Optional.empty();
  }

  /** The last attempt was no failure. */
  synchronized void giveBack(String name) {
    Deque<Instant> taken = failures.get(name);
    if (taken != null) {
      taken.pollLast();
    }
  }

  /** Somebody proved to be who they said: their attempts are forgotten. */
  synchronized void forget(String name) {
    failures.remove(name);
  }
}
