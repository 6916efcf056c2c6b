package madoguchi.bot.jdbc;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** Rows are locked in the order of their keys; what must not wait for any comes last. */
  private static final Comparator<Unit> IN_ORDER =
      (one, other) ->
          one.lease.isPresent() && other.lease.isPresent()
              ? Place.of(one.lease.get()).compareTo(Place.of(other.lease.get()))
              : Boolean.compare(one.lease.isEmpty(), other.lease.isEmpty());

  private final Jdbi jdbi;
  private final GroupCommit<Unit, Done> group;

  JdbcUnitOfWork(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.group = new GroupCommit<>("turns", LARGEST, MOST_WAITING, PATIENCE, this::together);
  }

  /** Of work under a lease, or that locks nothing but what is free. */
  private record Unit(Optional<Lease> lease, Supplier<?> work) {}

  /** With one result, or with none when the lease was lost. */
  private record Done(List<?> result) {}

  @Override
  public <T> T commit(Supplier<T> work) {
    return jdbi.inTransaction(handle -> UnitScope.within(handle, work));
  }

  @Override
  public <T> T commit(Lease lease, Supplier<T> work) {
    return this.<T>result(new Unit(Optional.of(lease), work))
        .orElseThrow(() -> new LeaseLost(lease));
  }

  /**
   * Commits work with the units that come at the same time, after them.
   *
   * @param work must not wait for a row that others may have locked: it is done while locks are
   *     held
   */
  <T> T commitLast(Supplier<T> work) {
    return this.<T>result(new Unit(Optional.empty(), work)).orElseThrow();
  }

  @SuppressWarnings("unchecked") // the unit's own result
  private <T> Optional<T> result(Unit unit) {
    Done done = UnitScope.isOpen() ? jdbi.inTransaction(h -> one(h, unit)) : group.submit(unit);
    return done.result.stream().map(result -> (T) result).findFirst();
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
                      .sorted(Comparator.comparing(units::get, IN_ORDER))
                      .forEach(i -> done[i] = one(handle, units.get(i)));
                  return true;
                }));
    return List.of(done);
  }

  /** The lock keeps the fence as it is until this commit is through. */
  private static Done one(Handle handle, Unit unit) {
    boolean held = unit.lease.isEmpty() || holds(handle, unit.lease.get());
    return new Done(held ? List.of(unit.work.get()) : List.of());
  }

  private static boolean holds(Handle handle, Lease lease) {
    return ConversationLock.take(handle, lease.municipality(), lease.conversationId())
        .filter(locked -> locked.fence() == lease.fence())
        .isPresent();
  }
}
