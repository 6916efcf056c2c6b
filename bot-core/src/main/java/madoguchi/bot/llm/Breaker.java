package madoguchi.bot.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets nobody wait for what has failed several times in a row; tries again after a rest. */
final class Breaker {

  private static final int FAILURES = 3;

  private final Duration rest;
  private final Clock clock;
  private int failures;
  private @Nullable Instant until;
  private String why = "";

  Breaker(Duration rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  synchronized boolean isClosed() {
    return until == null || !clock.instant().isBefore(until);
  }

  synchronized void succeeded() {
    failures = 0;
    until = null;
    why = "";
  }

  synchronized void failed(String because) {
    why = because;
    if (++failures >= FAILURES) {
      until = clock.instant().plus(rest);
    }
  }

  /** Why the last one failed; empty once one has succeeded. */
  synchronized Optional<String> trouble() {
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }
}
