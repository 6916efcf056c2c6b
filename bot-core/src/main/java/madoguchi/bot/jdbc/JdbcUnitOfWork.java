package madoguchi.bot.jdbc;

import java.util.function.Supplier;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.UnitOfWork;
import org.jdbi.v3.core.Jdbi;

/** Commits as database transactions: every store joins the one that is open on its thread. */
final class JdbcUnitOfWork implements UnitOfWork {

  private final Jdbi jdbi;

  JdbcUnitOfWork(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T> T commit(Supplier<T> work) {
    return jdbi.inTransaction(handle -> work.get());
  }

  @Override
  public <T> T commit(Lease lease, Supplier<T> work) {
    return jdbi.inTransaction(
        handle -> {
          // The lock keeps the fence as it is until this commit is through.
          boolean holds =
              ConversationLock.take(handle, lease.municipality(), lease.conversationId())
                  .filter(locked -> locked.fence() == lease.fence())
                  .isPresent();
          if (!holds) {
            throw new LeaseLost(lease);
          }
          return work.get();
        });
  }
}
