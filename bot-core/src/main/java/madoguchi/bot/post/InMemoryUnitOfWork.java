package madoguchi.bot.post;

import java.util.function.Supplier;
import madoguchi.bot.memory.Memory;

/** Commits of one memory. */
public final class InMemoryUnitOfWork implements UnitOfWork {

  private final Memory memory;
  private final InMemoryLeases leases;

  public InMemoryUnitOfWork(Memory memory, InMemoryLeases leases) {
    this.memory = memory;
    this.leases = leases;
  }

  @Override
  public <T> T commit(Supplier<T> work) {
    return memory.atomically(work);
  }

  @Override
  public <T> T commit(Lease lease, Supplier<T> work) {
    return memory.atomically(
        () -> {
          if (!leases.holds(lease)) {
            throw new LeaseLost(lease);
          }
          return work.get();
        });
  }
}
