package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;

/** The demo town's entries and the judged questions, for measuring within the index. */
final class JudgedTown {

  private static final List<FaqEntry> FULL = TownFile.demo().fill(BasePack.load()).entries();
  private static final List<FaqEntry> BARE =
      FULL.stream().map(entry -> entry.withPhrasings(List.of())).toList();
  private static final Map<List<FaqEntry>, WordVectors> LEARNED = new ConcurrentHashMap<>();

  private JudgedTown() {}

  /**
   * A judged question.
   *
   * @param grades of the entries that help, by id; empty when none does
   */
  record Judged(String id, String text, Map<String, Integer> grades) {

    boolean isAnswerable() {
      return !grades.isEmpty();
    }

    int grade(String entry) {
      return grades.getOrDefault(entry, 0);
    }

    /** The discounted gain of the first ten of these grades over that of the best order. */
    double ndcg10(List<Integer> found) {
      double ideal = gain(grades.values().stream().sorted(Comparator.reverseOrder()).toList());
      return ideal == 0 ? 0 : gain(found) / ideal;
    }

    private static double gain(List<Integer> inOrder) {
      double gain = 0;
      for (int rank = 0; rank < Math.min(10, inOrder.size()); rank++) {
        gain += (Math.pow(2, inOrder.get(rank)) - 1) / (Math.log(rank + 2.0) / Math.log(2));
      }
      return gain;
    }
  }

  /** The whole pack, wordings and all. */
  static List<FaqEntry> full() {
    return FULL;
  }

  /** The pack as a town writes its FAQ that has thought of no further wordings. */
  static List<FaqEntry> bare() {
    return BARE;
  }

  /** What those entries and the municipal words teach of words: learned once, for it takes long. */
  static WordVectors vectors(List<FaqEntry> entries) {
    return LEARNED.computeIfAbsent(
        List.copyOf(entries), these -> Learning.vectors(these, Synonyms.municipal()));
  }

  /** The open questions, also those that nothing answers. */
  static List<Judged> open() {
    return judged(false);
  }

  /** The frozen third: to be asked at the very end only. */
  static List<Judged> frozen() {
    return judged(true);
  }

  /** Every other one, from the first or the second on. */
  static List<Judged> half(List<Judged> questions, int from) {
    return IntStream.range(0, questions.size())
        .filter(i -> i % 2 == from)
        .mapToObj(questions::get)
        .toList();
  }

  /** The questions as people have resolved them. */
  static List<Resolved> resolved(List<Judged> questions) {
    return questions.stream()
        .flatMap(
            question ->
                new TreeMap<>(question.grades())
                    .entrySet().stream()
                        .map(
                            helps ->
                                new Resolved(
                                    question.text(), helps.getKey(), helps.getValue() / 2.0)))
        .toList();
  }

  private static List<Judged> judged(boolean wanted) {
    Set<String> frozen = new HashSet<>(lines("frozen.txt"));
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (String line : lines("qrels.txt")) {
      String[] parts = line.split("\\s+");
      grades
          .computeIfAbsent(parts[0], query -> new HashMap<>())
          .put(parts[2], Integer.parseInt(parts[3]));
    }
    List<Judged> judged = new ArrayList<>();
    for (String file : List.of("queries.tsv", "unanswerable.tsv")) {
      for (String line : lines(file).stream().skip(1).toList()) {
        String[] cells = line.split("\t");
        if (frozen.contains(cells[0]) == wanted) {
          judged.add(new Judged(cells[0], cells[1], grades.getOrDefault(cells[0], Map.of())));
        }
      }
    }
    return judged;
  }

  private static List<String> lines(String file) {
    try (var in = JudgedTown.class.getResourceAsStream("/madoguchi/judged/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
