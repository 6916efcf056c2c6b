package madoguchi.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import madoguchi.knowledge.pack.BasePack;

/** More than a thousand different questions: the judged ones, and those of the pack's entries. */
final class Questions {

  private static final Path JUDGED =
      Path.of("..", "knowledge", "src", "test", "resources", "madoguchi", "judged");

  private Questions() {}

  static List<String> all() {
    Set<String> questions = new LinkedHashSet<>();
    for (String file : List.of("queries.tsv", "unanswerable.tsv")) {
      try {
        Files.readAllLines(JUDGED.resolve(file)).stream()
            .skip(1)
            .map(line -> line.split("\t")[1])
            .forEach(questions::add);
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }
    BasePack.load().entries().forEach(entry -> questions.add(entry.question()));
    return List.copyOf(new ArrayList<>(questions));
  }
}
