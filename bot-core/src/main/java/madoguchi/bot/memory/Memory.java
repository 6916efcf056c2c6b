package madoguchi.bot.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Tables on the heap that change together or not at all; one change at a time. */
public final class Memory {

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  /** A new, empty table of this memory. */
  public <V> MemoryTable<V> table() {
    return new MemoryTable<>(this);
  }

  /** Does the work alone; an exception undoes what it changed. Joins the work it is called in. */
  public <T> T atomically(Supplier<T> work) {
    lock.lock();
    boolean outermost = lock.getHoldCount() == 1;
    boolean finished = false;
    try {
      T result = work.get();
      finished = true;
      return result;
    } finally {
      if (outermost) {
        settle(finished);
      }
      lock.unlock();
    }
  }

  private void settle(boolean finished) {
    while (!finished && !undo.isEmpty()) {
      undo.pop().run();
    }
    undo.clear();
  }

  void onUndo(Runnable action) {
    undo.push(action);
  }
}
