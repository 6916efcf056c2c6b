package madoguchi.server.command;

import java.io.PrintWriter;

/** A bar that grows step by step: in place on a terminal, a line for each step elsewhere. */
final class Progress {

  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final boolean inPlace;
  private final int steps;
  private int done;

  /**
   * An empty bar.
   *
   * @param steps how many there will be
   */
  Progress(PrintWriter err, int steps) {
    this.err = err;
    this.inPlace = System.console() != null && System.console().isTerminal();
    this.steps = steps;
  }

  /** The next step begins. */
  void step(String name) {
    show(name);
    done++;
  }

  /** All is done. */
  void finish(String name) {
    done = steps;
    show(name);
    if (inPlace) {
      err.println();
    }
  }

  private void show(String name) {
    int filled = WIDTH * done / steps;
    String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    err.print((inPlace ? "\r\033[K" : "") + "%s %d/%d %s".formatted(bar, done, steps, name));
    if (!inPlace) {
      err.println();
    }
    err.flush();
  }
}
