package madoguchi.knowledge.vector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Learns word vectors from entries. Two words belong together the more often they stand near each
 * other, the one in a question and the other in its answer, or as synonyms in a word list; the
 * table of that is turned into information ({@link Pmi}) and reduced to its main directions ({@link
 * SubspaceIteration}). The same entries give the same vectors on every machine.
 */
public final class VectorTraining {

  private static final int WINDOW = 5;
  private static final float NEAR_BASE = 0.2f;
  private static final float QUESTION_AND_ANSWER = 1;
  private static final int FIRST_SENTENCES = 5;
  private static final float SYNONYM = 3;
  private static final int LEAST_SEEN = 2;

  private final Map<String, Integer> words;
  private final PairCounts counts = new PairCounts();

  private VectorTraining(Map<String, Integer> words) {
    this.words = words;
  }

  /** Gives pairs of terms that stand for each other. */
  public interface SynonymPairs {

    void forEachPair(BiConsumer<List<String>, List<String>> pair);
  }

  /** Learns from passages and synonyms; a few seconds for two thousand entries. */
  public static WordVectors learn(List<Passage> passages, SynonymPairs synonyms) {
    VectorTraining training = new VectorTraining(seenOften(passages));
    if (training.words.isEmpty()) {
      return WordVectors.NONE;
    }
    for (Passage passage : passages) {
      passage.all().forEach(training::countNear);
      passage.questions().forEach(question -> training.countAcross(question, passage));
    }
    synonyms.forEachPair(training::countSynonyms);
    SparseMatrix matrix = training.counts.toMatrix(training.words.size());
    Pmi.apply(matrix);
    float[][] rows = SubspaceIteration.of(matrix, WordVectors.DIMENSIONS);
    return WordVectors.of(training.words, rows);
  }

  private static Map<String, Integer> seenOften(List<Passage> passages) {
    Map<String, Integer> seen = new TreeMap<>();
    for (Passage passage : passages) {
      passage.all().forEach(terms -> terms.forEach(term -> seen.merge(term, 1, Integer::sum)));
    }
    Map<String, Integer> words = new HashMap<>();
    seen.forEach(
        (term, times) -> {
          if (times >= LEAST_SEEN) {
            words.put(term, words.size());
          }
        });
    return words;
  }

  private void countNear(List<String> sentence) {
    int[] ids = ids(sentence);
    for (int i = 0; i < ids.length; i++) {
      for (int distance = 1; distance <= WINDOW && i + distance < ids.length; distance++) {
        count(ids[i], ids[i + distance], 1f / distance + NEAR_BASE);
      }
    }
  }

  private void countAcross(List<String> question, Passage passage) {
    Set<String> others = new LinkedHashSet<>();
    passage.questions().forEach(others::addAll);
    passage.sentences().stream().limit(FIRST_SENTENCES).forEach(others::addAll);
    for (int a : ids(new HashSet<>(question).stream().sorted().toList())) {
      for (int b : ids(List.copyOf(others))) {
        count(a, b, QUESTION_AND_ANSWER);
      }
    }
  }

  private void countSynonyms(List<String> from, List<String> to) {
    for (int a : ids(from)) {
      for (int b : ids(to)) {
        count(a, b, SYNONYM);
      }
    }
  }

  private void count(int a, int b, float count) {
    if (a >= 0 && b >= 0 && a != b) {
      counts.add(a, b, count);
    }
  }

  private int[] ids(List<String> terms) {
    return terms.stream().mapToInt(term -> words.getOrDefault(term, -1)).toArray();
  }
}
