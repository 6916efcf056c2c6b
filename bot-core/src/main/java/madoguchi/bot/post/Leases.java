package madoguchi.bot.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who works on which conversation. At most one worker has a conversation at a time. */
public interface Leases {

  /**
   * Takes a conversation that has something waiting, in the inbox or to be sent, and that nobody
   * holds; the longest waiting first.
   *
   * @param owner the node and worker, for the operator's eyes
   */
  Optional<Lease> take(String owner, Instant now, Duration length);

  /** Holds on for longer; false when the lease was lost. */
  boolean renew(Lease lease, Instant now, Duration length);

  /** Gives the conversation back; nothing happens when the lease was lost. */
  void release(Lease lease);
}
