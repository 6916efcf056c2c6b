package madoguchi.server.metrics;

import java.util.function.Supplier;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.UnitOfWork;

/** Units of work in which stores count: what is undone is not counted. */
record CountedUnits(UnitOfWork units) implements UnitOfWork {

  @Override
  public <T> T commit(Supplier<T> work) {
    return units.commit(() -> Tally.of(work)).committed();
  }

  @Override
  public <T> T commit(Lease lease, Supplier<T> work) {
    return units.commit(lease, () -> Tally.of(work)).committed();
  }
}
