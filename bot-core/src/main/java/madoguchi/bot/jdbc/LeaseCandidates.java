package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import madoguchi.bot.post.Leases;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Which conversations are to be taken next; found without a lock. */
final class LeaseCandidates {

  /** So many more than wanted are looked at; others may have locked the first of them. */
  static final int SPARE = 16;

  /** Without a lock: H2 would lock every row that it sorts. */
  private static final String CANDIDATES =
      """
      SELECT municipality, id, waiting_since FROM conversation
      WHERE waiting_since %s :reachable AND (lease_until IS NULL OR lease_until <= :now)
      ORDER BY waiting_since LIMIT :most""";

  private static final String YOUNG = CANDIDATES.formatted(">=");
  private static final String OLD = CANDIDATES.formatted("<");

  private final AtomicLong given = new AtomicLong();

  /** So many of them were taken. */
  void given(int count) {
    given.addAndGet(count);
  }

  /** In the order in which they are due. */
  List<Place> find(Handle handle, Instant now, int most) {
    List<Place> young = places(handle, YOUNG, now, most);
    long before = given.get();
    int forOld = (int) ((before + most) / Leases.SHARE - before / Leases.SHARE);
    if (forOld == 0 && young.size() >= most) {
      return young;
    }
    List<Place> old = places(handle, OLD, now, most);
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

  /** Since when the first of those waits who can still be reached. */
  Optional<Instant> longest(Handle handle, Instant now) {
    return some(handle, YOUNG, now, 1)
        .map((row, context) -> Database.instant(row, "waiting_since"))
        .findFirst();
  }

  private static List<Place> places(Handle handle, String sql, Instant now, int most) {
    return some(handle, sql, now, most + SPARE)
        .map((row, context) -> new Place(Database.municipality(row), row.getString("id")))
        .list();
  }

  private static Query some(Handle handle, String sql, Instant now, int most) {
    return handle
        .createQuery(sql)
        .bind("now", now)
        .bind("reachable", now.minus(Leases.REACHABLE))
        .bind("most", most);
  }
}
