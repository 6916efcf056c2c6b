package madoguchi.bot.post;

import java.util.function.Supplier;

/**
 * One commit: whatever the stores are told within it, on this thread, is stored together or not at
 * all. An exception undoes everything and goes on to the caller.
 */
public interface UnitOfWork {

  /** In one commit. Within another it joins that one. */
  <T> T commit(Supplier<T> work);

  /**
   * In one commit, if the lease still holds.
   *
   * @throws LeaseLost when it does not; nothing was stored
   */
  <T> T commit(Lease lease, Supplier<T> work);
}
