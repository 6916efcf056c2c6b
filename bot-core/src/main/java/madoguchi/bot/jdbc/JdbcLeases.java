package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Leases;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Leases as columns of the conversation's row. Who takes one looks without locks, then locks one
 * row and passes over those that others have locked.
 */
final class JdbcLeases implements Leases {

  /** So many of the longest waiting are looked at; others may have locked the first of them. */
  private static final int BATCH = 64;

  private static final int LOOKS = 3;

  /** Without a lock: H2 would lock every row that it sorts. */
  private static final String CANDIDATES =
      """
      SELECT municipality, id FROM conversation
      WHERE waiting_since IS NOT NULL AND (lease_until IS NULL OR lease_until <= :now)
      ORDER BY waiting_since LIMIT\s"""
          + BATCH;

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

  private static final String HOLD =
      """
      UPDATE conversation SET lease_until = :until
      WHERE municipality = :municipality AND id = :id AND lease_fence = :fence""";

  private final Jdbi jdbi;

  JdbcLeases(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Candidate(MunicipalityCode municipality, String id) {}

  @Override
  public Optional<Lease> take(String owner, Instant now, Duration length) {
    for (int look = 0; look < LOOKS; look++) {
      List<Candidate> candidates = jdbi.withHandle(handle -> candidates(handle, now));
      Optional<Lease> taken =
          candidates.stream()
              .map(c -> jdbi.inTransaction(handle -> claim(handle, c, owner, now, length)))
              .flatMap(Optional::stream)
              .findFirst();
      if (taken.isPresent() || candidates.size() < BATCH) {
        return taken;
      }
    }
    return Optional.empty();
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

  private static List<Candidate> candidates(Handle handle, Instant now) {
    return handle
        .createQuery(CANDIDATES)
        .bind("now", now)
        .map((row, context) -> new Candidate(Database.municipality(row), row.getString("id")))
        .list();
  }

  /** Empty when somebody else has it or is writing to it, or when nothing waits there after all. */
  private static Optional<Lease> claim(
      Handle handle, Candidate candidate, String owner, Instant now, Duration length) {
    Optional<Lease> lease =
        handle
            .createQuery(LOCK)
            .bind("municipality", candidate.municipality())
            .bind("id", candidate.id())
            .bind("now", now)
            .mapTo(Long.class)
            .findOne()
            .map(fence -> new Lease(candidate.municipality(), candidate.id(), fence + 1))
            .filter(free -> hasWork(handle, free));
    lease.ifPresent(
        free ->
            handle
                .createUpdate(CLAIM)
                .bind("owner", owner)
                .bind("until", now.plus(length))
                .bind("fence", free.fence())
                .bind("municipality", free.municipality())
                .bind("id", free.conversationId())
                .execute());
    return lease;
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
