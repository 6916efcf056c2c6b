package madoguchi.bot.town;

/** So much is waiting to be stored that nothing more is taken in now; nothing was stored. */
public final class Overloaded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Overloaded(String queue) {
    super("too much is waiting for " + queue);
  }
}
