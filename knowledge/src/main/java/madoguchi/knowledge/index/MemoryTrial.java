package madoguchi.knowledge.index;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether a town's questions repeat, so that what is like a remembered one can be trusted: tried on
 * the memory itself. Some remembered questions are asked as if each were not remembered; trusted is
 * what brings their entries further up than care does.
 */
final class MemoryTrial {

  /** With fewer questions nothing can be told. */
  private static final int LEAST = 40;

  /** More would make an edit wait. */
  private static final int MOST = 60;

  private static final int RANKS = 10;

  private final EntryIndex index;
  private final MemorySupport memory;
  private final double weight;
  private final int place;

  /**
   * Over an index that is otherwise whole.
   *
   * @param place of the memory among the signals
   */
  MemoryTrial(EntryIndex index, MemorySupport memory, double weight, int place) {
    this.index = index;
    this.memory = memory;
    this.weight = weight;
    this.place = place;
  }

  /** Whether trust does better than care. */
  boolean trusts() {
    TreeMap<String, Map<Integer, Double>> grades = new TreeMap<>();
    memory
        .all()
        .forEach(
            one ->
                grades
                    .computeIfAbsent(one.text(), text -> new TreeMap<>())
                    .merge(one.entry(), one.grade(), Math::max));
    if (grades.size() < LEAST) {
      return false;
    }
    List<Map.Entry<String, Map<Integer, Double>>> all = List.copyOf(grades.entrySet());
    int asked = Math.min(MOST, all.size());
    return IntStream.range(0, asked)
            .mapToObj(i -> all.get((int) ((long) i * all.size() / asked)))
            .mapToDouble(one -> gain(one.getKey(), one.getValue()))
            .sum()
        > 0;
  }

  private double gain(String text, Map<Integer, Double> grades) {
    ReadQuestion read = index.readWhole(text);
    List<EntryIndex.Scored> ranked = index.scoreOnAnyDay(text, read.question());
    float[] direction = index.direction(read.question());
    return quality(ranked, memory.values(read.question(), direction, text, false), grades)
        - quality(ranked, memory.values(read.question(), direction, text, true), grades);
  }

  /** The discounted grades of the first ten entries. */
  private double quality(
      List<EntryIndex.Scored> ranked, IntToDoubleFunction values, Map<Integer, Double> grades) {
    List<EntryIndex.Scored> anew =
        ranked.stream()
            .map(
                one ->
                    new EntryIndex.Scored(
                        one.entry(),
                        one.score()
                            + weight * (values.applyAsDouble(one.entry()) - one.values()[place]),
                        one.values()))
            .sorted(Comparator.comparingDouble(EntryIndex.Scored::score).reversed())
            .limit(RANKS)
            .toList();
    double quality = 0;
    for (int rank = 0; rank < anew.size(); rank++) {
      quality += grades.getOrDefault(anew.get(rank).entry(), 0.0) / Math.log(rank + 2.0);
    }
    return quality;
  }
}
