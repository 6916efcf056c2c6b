package madoguchi.server.settings;

/**
 * Something an operator can put right. Its message is one clear line for them, in Japanese and
 * English, and is shown instead of a stack trace.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** A problem with the process's ending. */
  public Problem(int exitCode, String japanese, String english) {
    super(japanese + " / " + english);
    this.exitCode = exitCode;
  }

  /** A problem that ends the process with 1: it could not be done. */
  public static Problem failed(String japanese, String english) {
    return new Problem(1, japanese, english);
  }

  /** A problem that ends the process with 2: what was given is wrong. */
  public static Problem badInput(String japanese, String english) {
    return new Problem(2, japanese, english);
  }

  /** The exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
