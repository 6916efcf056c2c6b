package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.post.Lease;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Locks conversations one by one and claims them together. */
final class LeaseClaims {

  private static final String LOCK =
      """
      SELECT lease_fence FROM conversation
      WHERE municipality = :municipality AND id = :id
        AND (lease_until IS NULL OR lease_until <= :now)
      FOR UPDATE SKIP LOCKED""";

  private static final String CLAIM =
      """
      UPDATE conversation SET lease_owner = :owner, lease_until = :until, lease_fence = :fence
      WHERE municipality = :municipality AND id = :id""";

  /** What is seen before the lock may be old: who finds nothing after all gives the lease back. */
  static final String LOCK_IF_WORK = LOCK.replace("FOR UPDATE", WaitingSince.WORKS + "FOR UPDATE");

  private LeaseClaims() {}

  /** Passes over what somebody else has or is writing to, and where nothing waits after all. */
  static List<Lease> take(
      Handle handle, List<Place> candidates, String owner, Instant now, Duration length, int most) {
    List<Lease> taken = new ArrayList<>();
    for (Place place : candidates) {
      if (taken.size() < most) {
        lock(handle, LOCK_IF_WORK, place, now)
            .or(() -> correct(handle, place, now))
            .ifPresent(taken::add);
      }
    }
    if (!taken.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch(CLAIM);
      taken.forEach(
          lease ->
              batch
                  .bind("owner", owner)
                  .bind("until", now.plus(length))
                  .bind("fence", lease.fence())
                  .bind("municipality", lease.municipality())
                  .bind("id", lease.conversationId())
                  .add());
      batch.execute();
    }
    return taken;
  }

  /** The row says that something waits, and nothing seems to: looks under the lock. */
  private static Optional<Lease> correct(Handle handle, Place place, Instant now) {
    return lock(handle, LOCK, place, now)
        .filter(free -> WaitingSince.correct(handle, place).isPresent());
  }

  private static Optional<Lease> lock(Handle handle, String sql, Place place, Instant now) {
    UnitScope.forget(place);
    return handle
        .createQuery(sql)
        .bind("municipality", place.municipality())
        .bind("id", place.conversationId())
        .bind("now", now)
        .mapTo(Long.class)
        .findOne()
        .map(fence -> new Lease(place.municipality(), place.conversationId(), fence + 1));
  }
}
