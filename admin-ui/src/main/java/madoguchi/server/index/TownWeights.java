package madoguchi.server.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.LearnedWeights;
import madoguchi.municipality.MunicipalityCode;

/** What each town's resolved questions have taught; every node learns the same by itself. */
final class TownWeights {

  private static final Learned NOTHING = new Learned(new Of(-1, -1, -1), LearnedWeights.NONE);

  private final Map<MunicipalityCode, Learned> known = new ConcurrentHashMap<>();

  /** The revisions of all that weights are learned from. */
  record Of(long catalog, long vectors, long memory) {}

  private record Learned(Of of, LearnedWeights weights) {}

  /** Those at hand; none of a town that has taught nothing yet. */
  LearnedWeights of(MunicipalityCode municipality) {
    return known.getOrDefault(municipality, NOTHING).weights;
  }

  /** Whether they were learned from something else. */
  boolean areBehind(MunicipalityCode municipality, Of now) {
    return !known.getOrDefault(municipality, NOTHING).of.equals(now);
  }

  /** Learns from an index of these revisions; true when the weights are others than before. */
  boolean learn(MunicipalityCode municipality, Of now, KnowledgeIndex index) {
    LearnedWeights before = of(municipality);
    LearnedWeights weights = index.learn();
    known.put(municipality, new Learned(now, weights));
    return !weights.equals(before);
  }
}
