package madoguchi.knowledge.relevance;

import java.nio.file.Path;

/** A file that is not of the form it should have; the message names file, line and reason. */
public final class MalformedInput extends Exception {

  private static final long serialVersionUID = 1;

  MalformedInput(Path file, long line, String reason) {
    super("%s, line %d: %s".formatted(file, line, reason));
  }
}
