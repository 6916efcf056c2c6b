package madoguchi.bot.post;

/** What became of a line that must arrive. */
public enum SendState {
  /** Not yet tried. */
  READY,
  /** A try was begun; how it ended is not known yet. */
  TRYING,
  /** The channel accepted it. */
  SENT,
  /** It will not be tried again; staff see it. */
  GIVEN_UP,
  /** Nobody can know whether it arrived; never repeated by itself; staff see it. */
  AMBIGUOUS,
  /** Somebody else took the word before it was sent. */
  CANCELLED,
  /** It could not go this way and goes another one, as an errand. */
  PASSED_ON;

  /** Whether somebody may still send it: else its words are of no use. */
  public boolean mayStillBeSent() {
    return this == READY || this == TRYING || this == AMBIGUOUS;
  }
}
