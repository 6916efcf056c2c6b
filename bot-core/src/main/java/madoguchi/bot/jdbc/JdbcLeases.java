package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.post.Backlog;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Leases;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Leases as columns of the conversation's row. Who takes some looks without locks, then locks row
 * by row and passes over those that others have locked.
 */
final class JdbcLeases implements Leases {

  private static final int LOOKS = 3;

  private static final String HOLD =
      """
      UPDATE conversation SET lease_until = :until
      WHERE municipality = :municipality AND id = :id AND lease_fence = :fence""";

  private static final String END =
      """
      UPDATE conversation SET lease_until = :ever
      WHERE waiting_since >= :ever AND lease_owner = :owner AND lease_until > :ever""";

  /** With a bound, for H2 uses an index for that only. */
  private static final String BACKLOG =
      """
      SELECT municipality, channel, COUNT(*) AS conversations, MIN(waiting_since) AS since
      FROM conversation WHERE waiting_since >= :ever GROUP BY municipality, channel""";

  private final Jdbi jdbi;
  private final JdbcUnitOfWork unitOfWork;
  private final LeaseCandidates due = new LeaseCandidates();

  JdbcLeases(Jdbi jdbi, JdbcUnitOfWork unitOfWork) {
    this.jdbi = jdbi;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Lease> take(String owner, Instant now, Duration length, int most) {
    for (int look = 0; look < LOOKS; look++) {
      List<Place> candidates = jdbi.withHandle(handle -> due.find(handle, now, most));
      List<Lease> taken =
          candidates.isEmpty()
              ? List.of()
              : unitOfWork.commitLast(() -> claim(candidates, owner, now, length, most));
      if (!taken.isEmpty() || candidates.size() < most + LeaseCandidates.SPARE) {
        due.given(taken.size());
        return taken;
      }
    }
    return List.of();
  }

  private List<Lease> claim(
      List<Place> candidates, String owner, Instant now, Duration length, int most) {
    return jdbi.inTransaction(
        handle -> LeaseClaims.take(handle, candidates, owner, now, length, most));
  }

  @Override
  public void end(String owner) {
    jdbi.useHandle(
        handle ->
            handle.createUpdate(END).bind("ever", Instant.EPOCH).bind("owner", owner).execute());
  }

  @Override
  public boolean renew(Lease lease, Instant now, Duration length) {
    return jdbi.withHandle(handle -> hold(handle, lease, now.plus(length)));
  }

  @Override
  public void release(Lease lease) {
    jdbi.useTransaction(
        handle -> {
          // The lock first: the look of the statement after it sees whatever was stored before.
          ConversationLock.take(handle, lease.municipality(), lease.conversationId())
              .filter(lock -> lock.fence() == lease.fence())
              .ifPresent(held -> WaitingSince.leave(handle, lease, Instant.EPOCH));
        });
  }

  @Override
  public Optional<Instant> longestDue(Instant now) {
    return jdbi.withHandle(handle -> due.longest(handle, now));
  }

  @Override
  public List<Backlog> backlog() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BACKLOG)
                .bind("ever", Instant.EPOCH)
                .map(
                    (row, context) ->
                        new Backlog(
                            Database.municipality(row),
                            row.getString("channel"),
                            row.getLong("conversations"),
                            Database.instant(row, "since")))
                .list());
  }

  @Override
  public boolean finish(Lease lease) {
    return jdbi.inTransaction(
        handle -> {
          Optional<ConversationLock> lock =
              ConversationLock.take(handle, lease.municipality(), lease.conversationId());
          if (lock.isEmpty() || lock.get().fence() != lease.fence()) {
            return true;
          }
          return WaitingSince.rest(handle, Place.of(lease), Instant.EPOCH);
        });
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
