package madoguchi.channel.line;

import java.util.concurrent.atomic.AtomicLong;

/** What one request holds of the budget; given back when it is closed. */
final class BodyShare implements AutoCloseable {

  private final BodyBudget budget;
  private final AtomicLong mine = new AtomicLong();

  BodyShare(BodyBudget budget) {
    this.budget = budget;
  }

  /** Takes more; false when nothing is left, and then nothing was taken. */
  boolean take(long more) {
    boolean taken = budget.take(mine.get(), more);
    if (taken) {
      mine.addAndGet(more);
    }
    return taken;
  }

  @Override
  public void close() {
    budget.giveBack(mine.getAndSet(0));
  }
}
