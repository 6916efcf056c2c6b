package madoguchi.bot.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import madoguchi.bot.post.Backlog;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Leases;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Leases as columns of the conversation's row. Who takes some looks without locks, then locks row
 * by row and passes over those that others have locked.
 */
final class JdbcLeases implements Leases {

  /** So many more than wanted are looked at; others may have locked the first of them. */
  private static final int SPARE = 16;

  private static final int LOOKS = 3;

  /** Without a lock: H2 would lock every row that it sorts. */
  private static final String CANDIDATES =
      """
      SELECT municipality, id FROM conversation
      WHERE waiting_since %s :reachable AND (lease_until IS NULL OR lease_until <= :now)
      ORDER BY waiting_since LIMIT :most""";

  private static final String YOUNG = CANDIDATES.formatted(">=");
  private static final String OLD = CANDIDATES.formatted("<");

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

  /** With a bound, for H2 uses an index for that only. */
  private static final String BACKLOG =
      """
      SELECT municipality, channel, COUNT(*) AS conversations, MIN(waiting_since) AS since
      FROM conversation WHERE waiting_since >= :ever GROUP BY municipality, channel""";

  private final Jdbi jdbi;
  private final AtomicLong given = new AtomicLong();

  JdbcLeases(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Lease> take(String owner, Instant now, Duration length, int most) {
    for (int look = 0; look < LOOKS; look++) {
      List<Place> candidates = jdbi.withHandle(handle -> candidates(handle, now, most));
      List<Lease> taken =
          candidates.isEmpty()
              ? List.of()
              : jdbi.inTransaction(handle -> claim(handle, candidates, owner, now, length, most));
      if (!taken.isEmpty() || candidates.size() < most + SPARE) {
        given.addAndGet(taken.size());
        return taken;
      }
    }
    return List.of();
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
            WaitingSince.correct(handle, Place.of(lease));
          }
        });
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
          return WaitingSince.find(handle, Place.of(lease)).isEmpty()
              && WaitingSince.rest(handle, Place.of(lease), Instant.EPOCH);
        });
  }

  /** In the order in which they are due. */
  private List<Place> candidates(Handle handle, Instant now, int most) {
    List<Place> young = candidates(handle, YOUNG, now, most);
    long before = given.get();
    int forOld = (int) ((before + most) / SHARE - before / SHARE);
    if (forOld == 0 && young.size() >= most) {
      return young;
    }
    List<Place> old = candidates(handle, OLD, now, most);
    int first = Math.min(forOld, old.size());
    int urgent = Math.min(most - first, young.size());
    return Stream.of(
            young.subList(0, urgent),
            old.subList(0, first),
            young.subList(urgent, young.size()),
            old.subList(first, old.size()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Place> candidates(Handle handle, String sql, Instant now, int most) {
    return handle
        .createQuery(sql)
        .bind("now", now)
        .bind("reachable", now.minus(REACHABLE))
        .bind("most", most + SPARE)
        .map((row, context) -> new Place(Database.municipality(row), row.getString("id")))
        .list();
  }

  /** Passes over what somebody else has or is writing to, and where nothing waits after all. */
  private static List<Lease> claim(
      Handle handle, List<Place> candidates, String owner, Instant now, Duration length, int most) {
    List<Lease> taken = new ArrayList<>();
    for (Place place : candidates) {
      if (taken.size() < most) {
        lock(handle, place, now)
            .filter(free -> WaitingSince.correct(handle, place).isPresent())
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

  private static Optional<Lease> lock(Handle handle, Place place, Instant now) {
    UnitScope.forget(place);
    return handle
        .createQuery(LOCK)
        .bind("municipality", place.municipality())
        .bind("id", place.conversationId())
        .bind("now", now)
        .mapTo(Long.class)
        .findOne()
        .map(fence -> new Lease(place.municipality(), place.conversationId(), fence + 1));
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
