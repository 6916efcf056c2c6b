package madoguchi.bot.town;

/** The storage cannot be reached at present: it has nothing to do with what was to be stored. */
public final class StorageAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Found by a failure. */
  public StorageAway(Throwable cause) {
    super("the storage is away", cause);
  }

  /** Found by waiting in vain; whether it was stored after all is not known. */
  public StorageAway(String queue) {
    super("nobody says whether it is stored: " + queue);
  }
}
