package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Leases;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Leases as columns of the conversation's row, claimed past whatever others have locked. */
final class JdbcLeases implements Leases {

  private static final String CANDIDATE =
      """
      SELECT municipality, id, lease_fence FROM conversation
      WHERE waiting_since IS NOT NULL AND (lease_until IS NULL OR lease_until <= :now)
      ORDER BY waiting_since LIMIT 1 FOR UPDATE SKIP LOCKED""";

  private static final String CLAIM =
      """
      UPDATE conversation SET lease_owner = :owner, lease_until = :until, lease_fence = :fence
      WHERE municipality = :municipality AND id = :id""";

  private static final String HOLD =
      """
      UPDATE conversation SET lease_until = :until
      WHERE municipality = :municipality AND id = :id AND lease_fence = :fence""";

  private final Jdbi jdbi;

  JdbcLeases(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Lease> take(String owner, Instant now, Duration length) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Lease> candidate = candidate(handle, now);
          while (candidate.isPresent() && !hasWork(handle, candidate.get())) {
            candidate = candidate(handle, now);
          }
          candidate.ifPresent(
              lease ->
                  handle
                      .createUpdate(CLAIM)
                      .bind("owner", owner)
                      .bind("until", now.plus(length))
                      .bind("fence", lease.fence())
                      .bind("municipality", lease.municipality())
                      .bind("id", lease.conversationId())
                      .execute());
          return candidate;
        });
  }

  @Override
  public boolean renew(Lease lease, Instant now, Duration length) {
    return jdbi.withHandle(handle -> hold(handle, lease, now.plus(length)));
  }

  @Override
  public void release(Lease lease) {
    jdbi.useTransaction(
        handle -> {
          if (hold(handle, lease, Instant.EPOCH)) {
            hasWork(handle, lease);
          }
        });
  }

  private static Optional<Lease> candidate(Handle handle, Instant now) {
    return handle
        .createQuery(CANDIDATE)
        .bind("now", now)
        .map(
            (row, context) ->
                new Lease(
                    Database.municipality(row),
                    row.getString("id"),
                    row.getLong("lease_fence") + 1))
        .findFirst();
  }

  /** Looks under the row's lock, and corrects what the row says. */
  private static boolean hasWork(Handle handle, Lease lease) {
    return WaitingSince.correct(handle, lease.municipality(), lease.conversationId()).isPresent();
  }

  private static boolean hold(Handle handle, Lease lease, Instant until) {
    return handle
            .createUpdate(HOLD)
            .bind("until", until)
            .bind("municipality", lease.municipality())
            .bind("id", lease.conversationId())
            .bind("fence", lease.fence())
            .execute()
        == 1;
  }
}
