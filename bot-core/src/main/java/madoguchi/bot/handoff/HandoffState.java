package madoguchi.bot.handoff;

/** How far a case has come. */
public enum HandoffState {
  WAITING,
  CLAIMED,
  CLOSED
}
