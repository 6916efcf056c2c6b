package madoguchi.knowledge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Word lists that come with the program: one word a line, {@code #} begins a comment. */
public final class WordLines {

  private WordLines() {}

  /** The words of a resource beside the program, without comments and empty lines. */
  public static List<String> of(String resource) {
    try (InputStream in =
            Objects.requireNonNull(WordLines.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(WordLines::word).filter(word -> !word.isEmpty()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String word(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }
}
