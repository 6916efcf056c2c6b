package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * Asks remembered questions once more, each as if it were not remembered: what the signals give the
 * best entries, and which of these were right. An entry that answers with grade g is wanted by 4^g
 * − 1, so that one that answers wholly counts as three that answer by half.
 */
final class Rehearsal {

  /** More would take long and teach little. */
  private static final int MOST = 500;

  private static final int ENTRIES = 60;

  private final EntryIndex index;
  private final MemorySupport memory;
  private final Shipped shipped;
  private final List<Map.Entry<String, Map<Integer, Double>>> resolved;

  Rehearsal(EntryIndex index, MemorySupport memory, Shipped shipped) {
    this.index = index;
    this.memory = memory;
    this.shipped = shipped;
    Map<String, Map<Integer, Double>> grades = new TreeMap<>();
    for (RememberedQuestion one : memory.all()) {
      grades
          .computeIfAbsent(one.text(), text -> new TreeMap<>())
          .merge(one.entry(), one.grade(), Math::max);
    }
    resolved = List.copyOf(grades.entrySet());
  }

  /** How many questions are remembered. */
  int size() {
    return resolved.size();
  }

  /** The entry that answers each question best. */
  List<Integer> bestEntries() {
    return resolved.stream()
        .map(one -> one.getValue().entrySet().stream().max(Map.Entry.comparingByValue()))
        .map(best -> best.orElseThrow().getKey())
        .toList();
  }

  /** What is seen; a question whose right entries are not found shows nothing. */
  List<ListwiseExample> examples() {
    List<ListwiseExample> examples = new ArrayList<>();
    int asked = Math.min(MOST, resolved.size());
    for (int i = 0; i < asked; i++) {
      var one = resolved.get((int) ((long) i * resolved.size() / asked));
      add(one.getKey(), one.getValue(), examples);
    }
    return examples;
  }

  private void add(String text, Map<Integer, Double> grades, List<ListwiseExample> examples) {
    ReadQuestion whole = index.readWhole(text);
    Question question = whole.question();
    float[] direction = index.direction(question);
    IntToDoubleFunction full = memory.values(question, direction, text, false);
    IntToDoubleFunction careful = memory.values(question, direction, text, true);
    List<EntryIndex.Scored> seen =
        index.scoreOnAnyDay(whole).stream()
            .filter(one -> shipped.isFoundByWords(one) || full.applyAsDouble(one.entry()) > 0)
            .map(one -> shipped.remembering(one, full, careful))
            .sorted(Comparator.comparingDouble(EntryIndex.Scored::score).reversed())
            .toList();
    List<double[]> values = new ArrayList<>();
    List<Double> wanted = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      double grade = grades.getOrDefault(seen.get(i).entry(), 0.0);
      if (i < ENTRIES || grade > 0) {
        values.add(seen.get(i).values());
        wanted.add(Math.pow(4, grade) - 1);
      }
    }
    double all = wanted.stream().mapToDouble(w -> w).sum();
    if (all > 0) {
      examples.add(
          new ListwiseExample(
              values.toArray(double[][]::new),
              wanted.stream().mapToDouble(w -> w / all).toArray()));
    }
  }
}
