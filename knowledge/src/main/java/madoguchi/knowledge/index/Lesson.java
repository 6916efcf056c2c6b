package madoguchi.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a town's resolved questions teach of its signals' weights: from 100 on how far likeness to
 * them counts, from 200 on all that is worth learning. It is learned only if it also ranks those
 * better from which it was not learned: four times a quarter is held back and tried.
 */
final class Lesson {

  private static final int LEAST = 100;
  private static final int LEAST_FOR_ALL = 200;
  private static final int FOLDS = 4;

  /** The last places of a sum are no lesson, and may differ from machine to machine. */
  private static final double ROUNDED = 1_000;

  /** What staff has resolved is found when it is asked again, however seldom that was. */
  private static final double LEAST_CARE = 0.5;

  private static final List<String> OF_MEMORY = List.of(MemorySupport.DECISIONS, CarefulMemory.KEY);

  /** Of too few questions to be learned, or not the ranking's to learn. */
  private static final List<String> AS_SHIPPED =
      List.of("known", "matter", MemorySupport.VOTES, "wordings", EmbeddingLikeness.KEY);

  private final List<String> keys;
  private final double[] shipped;
  private final boolean[] learned;

  private Lesson(Shipped shipped, boolean all) {
    this.keys = shipped.keys();
    this.shipped = shipped.weights();
    this.learned = new boolean[keys.size()];
    for (int i = 0; i < learned.length; i++) {
      learned[i] = all ? !AS_SHIPPED.contains(keys.get(i)) : OF_MEMORY.contains(keys.get(i));
    }
  }

  /** Learned from what is remembered. */
  static LearnedWeights of(Rehearsal rehearsal, Shipped shipped, int entries) {
    if (rehearsal.size() < LEAST || Repeats.areDrawnUp(rehearsal.bestEntries(), entries)) {
      return LearnedWeights.NONE;
    }
    Lesson lesson = new Lesson(shipped, rehearsal.size() >= LEAST_FOR_ALL);
    return lesson.learn(rehearsal.examples());
  }

  private LearnedWeights learn(List<ListwiseExample> examples) {
    double heat = ListwiseLoss.of(examples, shipped).heat();
    double held = 0;
    double heldAsShipped = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      double[] others = fit(of(examples, i -> i % FOLDS != own), heat);
      ListwiseLoss here = new ListwiseLoss(of(examples, i -> i % FOLDS == own), heat);
      held += here.of(others);
      heldAsShipped += here.of(shipped);
    }
    return held < heldAsShipped ? named(fit(examples, heat)) : LearnedWeights.NONE;
  }

  private static List<ListwiseExample> of(List<ListwiseExample> examples, IntPredicate isMeant) {
    return IntStream.range(0, examples.size()).filter(isMeant).mapToObj(examples::get).toList();
  }

  private double[] fit(List<ListwiseExample> examples, double heat) {
    double[] weights =
        new ListwiseFit(new ListwiseLoss(examples, heat), shipped, learned).weights();
    int care = keys.indexOf(CarefulMemory.KEY);
    weights[care] = Math.max(weights[care], LEAST_CARE * shipped[care]);
    return weights;
  }

  private LearnedWeights named(double[] weights) {
    Map<String, Double> values = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      if (learned[i]) {
        values.put(keys.get(i), Math.round(weights[i] * ROUNDED) / ROUNDED);
      }
    }
    return new LearnedWeights(values);
  }
}
