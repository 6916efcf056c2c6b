package madoguchi.bot.conversation;

/**
 * Somebody else took the word while this was being worked out: the conversation has a higher epoch
 * by now, and must be read again.
 */
public final class EpochPassed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EpochPassed(Conversation stale) {
    super("conversation " + stale.id() + " has left epoch " + stale.epoch());
  }
}
