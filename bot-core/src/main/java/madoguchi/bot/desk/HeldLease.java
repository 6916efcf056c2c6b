package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Leases;

/** A lease that was taken or renewed just now, and knows when it needs to be renewed again. */
final class HeldLease {

  /** A try to send takes up to 8 s: begun within this, it ends before the lease does. */
  private static final Duration RENEWAL = Duration.ofSeconds(4);

  private final Leases leases;
  private final Lease lease;
  private final Duration length;
  private final Clock clock;
  private Instant renewed;

  HeldLease(Leases leases, Lease lease, Duration length, Clock clock) {
    this.leases = leases;
    this.lease = lease;
    this.length = length;
    this.clock = clock;
    this.renewed = clock.instant();
  }

  /** Renews what was not renewed lately; every commit looks by itself whether the lease holds. */
  boolean stillHolds() {
    Instant now = clock.instant();
    if (now.isBefore(renewed.plus(RENEWAL))) {
      return true;
    }
    renewed = now;
    return leases.renew(lease, now, length);
  }
}
