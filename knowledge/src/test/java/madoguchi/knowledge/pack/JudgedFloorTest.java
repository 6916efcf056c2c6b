package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.relevance.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The floor under the search: on the open two thirds of the judged questions no change may fall
 * below it. It stands a little under what was measured, see docs/pack.md.
 */
class JudgedFloorTest {

  private static List<String> lines(String file) throws Exception {
    try (var in = JudgedFloorTest.class.getResourceAsStream("/madoguchi/judged/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Path open(Path folder, String file, String separator) throws Exception {
    Set<String> frozen = lines("frozen.txt").stream().collect(Collectors.toSet());
    Predicate<String> isOpen = line -> !frozen.contains(line.split(separator)[0]);
    return Files.write(folder.resolve(file), lines(file).stream().filter(isOpen).toList());
  }

  private static Map<String, Double> measure(Path folder) throws Exception {
    List<FaqEntry> entries = TownFile.demo().fill(BasePack.load()).entries();
    Evaluation evaluation =
        new Evaluation(
            entries,
            List.of(),
            open(folder, "queries.tsv", "\t"),
            open(folder, "qrels.txt", " "),
            null,
            null,
            null,
            null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    evaluation.run(new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
    Map<String, Double> figures = new HashMap<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t"))
        .forEach(cells -> figures.put(cells[0], Double.valueOf(cells[1])));
    return figures;
  }

  @Test
  void findsTheRightEntryOfTheDemoTown(@TempDir Path folder) throws Exception {
    Map<String, Double> figures = measure(folder);

    assertThat(figures.get("SR@1")).isGreaterThan(0.70);
    assertThat(figures.get("SR@3")).isGreaterThan(0.84);
    assertThat(figures.get("SR@10")).isGreaterThan(0.93);
    assertThat(figures.get("nDCG@10")).isGreaterThan(0.75);
    assertThat(figures.get("coverage1@80")).isGreaterThan(0.75);
  }
}
