package madoguchi.channel.line;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may be held at once, whoever sent them. Bodies come from strangers until
 * their signature is checked, so many slow ones must not fill the heap.
 */
final class BodyBudget {

  private static final long LEAST = 4L << 20;

  private final long bytes;
  private final AtomicLong held = new AtomicLong();

  BodyBudget(long bytes) {
    this.bytes = bytes;
  }

  /** A sixteenth of the heap: reading and parsing takes several times what a body has in bytes. */
  static BodyBudget ofHeap() {
    return new BodyBudget(Math.max(LEAST, Runtime.getRuntime().maxMemory() / 16));
  }

  /** What is held at present, in bytes. */
  long held() {
    return held.get();
  }

  /** The share of one request, empty at first. */
  BodyShare share() {
    return new BodyShare(this);
  }

  boolean take(long more) {
    boolean fits = held.addAndGet(more) <= bytes;
    if (!fits) {
      held.addAndGet(-more);
    }
    return fits;
  }

  void giveBack(long taken) {
    held.addAndGet(-taken);
  }
}
