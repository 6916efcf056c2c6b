package madoguchi.channel.line;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may be held at once, whoever sent them. Bodies come from strangers until
 * their signature is checked, so many slow ones must not fill the heap; nor must large ones shut
 * out deliveries of the usual size, which have a part of it to themselves.
 */
final class BodyBudget {

  private static final long LEAST = 4L << 20;

  /** In bytes: more than LINE's deliveries of some events have, less than one that is to hurt. */
  static final long USUAL = 64 << 10;

  private final long bytes;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong heldBeyondUsual = new AtomicLong();

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

  /** Takes more for a body of which so much is held; false, and nothing taken, when it is full. */
  boolean take(long before, long more) {
    long unusual = beyondUsual(before + more) - beyondUsual(before);
    boolean fits = heldBeyondUsual.addAndGet(unusual) <= bytes / 2 || unusual == 0;
    if (fits && held.addAndGet(more) <= bytes) {
      return true;
    }
    if (fits) {
      held.addAndGet(-more);
    }
    heldBeyondUsual.addAndGet(-unusual);
    return false;
  }

  void giveBack(long taken) {
    heldBeyondUsual.addAndGet(-beyondUsual(taken));
    held.addAndGet(-taken);
  }

  private static long beyondUsual(long size) {
    return Math.max(0, size - USUAL);
  }
}
