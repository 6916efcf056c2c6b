package madoguchi.bot.jdbc;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Commits as database transactions: every store joins the one that is open on its thread. Units of
 * work under leases that come at the same time go into one transaction.
 */
final class JdbcUnitOfWork implements UnitOfWork {

  private static final int LARGEST = 64;
  private static final int MOST_WAITING = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Jdbi jdbi;
  private final GroupCommit<Unit, Done> group;

  JdbcUnitOfWork(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.group = new GroupCommit<>("turns", LARGEST, MOST_WAITING, PATIENCE, this::together);
  }

  private record Unit(Lease lease, Supplier<?> work) {}

  /** With one result, or with none when the lease was lost. */
  private record Done(List<?> result) {}

  @Override
  public <T> T commit(Supplier<T> work) {
    return jdbi.inTransaction(handle -> UnitScope.within(handle, work));
  }

  @Override
  public <T> T commit(Lease lease, Supplier<T> work) {
    Unit unit = new Unit(lease, work);
    Done done = UnitScope.isOpen() ? jdbi.inTransaction(h -> one(h, unit)) : group.submit(unit);
    if (done.result.isEmpty()) {
      throw new LeaseLost(lease);
    }
    @SuppressWarnings("unchecked") // the unit's own result
    T result = (T) done.result.getFirst();
    return result;
  }

  /** How many wait to be committed. */
  int waiting() {
    return group.waiting();
  }

  private List<Done> together(List<Unit> units) {
    Done[] done = new Done[units.size()];
    jdbi.useTransaction(
        handle ->
            UnitScope.within(
                handle,
                () -> {
                  IntStream.range(0, done.length)
                      .boxed()
                      .sorted(Comparator.comparing(i -> Place.of(units.get(i).lease)))
                      .forEach(i -> done[i] = one(handle, units.get(i)));
                  return true;
                }));
    return List.of(done);
  }

  /** The lock keeps the fence as it is until this commit is through. */
  private static Done one(Handle handle, Unit unit) {
    Lease lease = unit.lease;
    boolean held =
        ConversationLock.take(handle, lease.municipality(), lease.conversationId())
            .filter(locked -> locked.fence() == lease.fence())
            .isPresent();
    return new Done(held ? List.of(unit.work.get()) : List.of());
  }
}
