package madoguchi.server.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import madoguchi.bot.post.Leases;

/**
 * When what takes a core for seconds may begin: while no resident waits for long, or at the latest
 * when that has not been so for some minutes.
 */
final class Lull {

  private static final Duration LONG = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Leases leases;
  private final InstantSource clock;
  private Optional<Instant> crowdedSince = Optional.empty();

  Lull(Leases leases, InstantSource clock) {
    this.leases = leases;
    this.clock = clock;
  }

  /** Costs a query. */
  synchronized boolean isNow() {
    Instant now = clock.instant();
    if (leases.longestDue(now).filter(now.minus(LONG)::isAfter).isEmpty()) {
      crowdedSince = Optional.empty();
      return true;
    }
    Instant since = crowdedSince.orElse(now);
    crowdedSince = Optional.of(since);
    return !now.isBefore(since.plus(PATIENCE));
  }
}
