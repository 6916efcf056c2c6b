package madoguchi.knowledge.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The questions of the judged set, for what only needs questions as residents ask them. */
public final class JudgedQuestions {

  private JudgedQuestions() {}

  /** All of them, in the order of the file. */
  public static List<String> all() {
    String file = "/madoguchi/judged/queries.tsv";
    try (InputStream in =
        Objects.requireNonNull(JudgedQuestions.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.substring(line.indexOf('\t') + 1))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
