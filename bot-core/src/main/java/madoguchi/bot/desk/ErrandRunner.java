package madoguchi.bot.desk;

import java.time.Duration;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;

/** Runs the errands of one kind. */
public interface ErrandRunner {

  /** The kind in {@link Errand#kind}. */
  String kind();

  /** How many may run at once on this node. */
  int width();

  /** No try takes longer; afterwards another node may try. */
  Duration longest();

  /** One try; never throws for what the other side does. {@code TRYING}: again later. */
  Delivery run(Errand errand);

  /**
   * Called in the commit that notes how an errand ended for good, so that what hangs on it is
   * stored with it.
   */
  default void ended(Errand errand, Delivery end) {}

  /** How one ends whose time is over. */
  default Delivery expired(Errand errand) {
    return new Delivery(SendState.GIVEN_UP, errand.note().isEmpty() ? "expired" : errand.note());
  }
}
