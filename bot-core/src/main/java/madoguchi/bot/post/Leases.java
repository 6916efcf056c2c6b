package madoguchi.bot.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who works on which conversation. At most one worker has a conversation at a time. */
public interface Leases {

  /**
   * Who has waited longer has a dead reply token: first come those who can still be reached in
   * time, the longest waiting of them first; but every {@link #SHARE}th lease goes to those others,
   * so that they are dealt with too.
   */
  Duration REACHABLE = Duration.ofSeconds(50);

  /** See {@link #REACHABLE}. */
  int SHARE = 8;

  /**
   * Takes conversations that have something waiting, in the inbox or to be sent, and that nobody
   * holds; the longest waiting first, but see {@link #REACHABLE}.
   *
   * @param owner the node
   * @param most so many at most, 1 or more
   */
  List<Lease> take(String owner, Instant now, Duration length, int most);

  /** Takes one. */
  default Optional<Lease> take(String owner, Instant now, Duration length) {
    return take(owner, now, length, 1).stream().findFirst();
  }

  /**
   * Ends whatever the owner holds: for one that has ended without giving it back. A work that goes
   * on nevertheless loses its lease as soon as somebody else takes the conversation.
   */
  void end(String owner);

  /** Holds on for longer; false when the lease was lost. */
  boolean renew(Lease lease, Instant now, Duration length);

  /** Gives the conversation back; nothing happens when the lease was lost. */
  void release(Lease lease);

  /**
   * Since when the longest waiting of those waits whom nobody holds and who can still be reached in
   * time; empty when there is none. It may be earlier than it really is, never later.
   */
  Optional<Instant> longestDue(Instant now);

  /** What waits at present, in all towns; for the operator's eyes. */
  List<Backlog> backlog();

  /**
   * Gives the conversation back if nothing waits in it any longer.
   *
   * @return false when there is something: the lease is still held
   */
  boolean finish(Lease lease);
}
