package madoguchi.bot.post;

/** Another worker has taken the conversation meanwhile: nothing of this commit was stored. */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LeaseLost(Lease lease) {
    super("the lease on conversation " + lease.conversationId() + " was lost");
  }
}
