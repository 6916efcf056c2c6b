package madoguchi.knowledge.relevance;

import java.util.List;
import java.util.stream.IntStream;
import madoguchi.knowledge.index.Hit;

/**
 * What an index gave for one question.
 *
 * @param query the question's id
 * @param found best first, at most {@link #DEPTH}
 * @param nanos how long it took
 */
public record Ranking(String query, List<Found> found, long nanos) {

  /** So many entries of a question are looked at, and written to a run. */
  public static final int DEPTH = 100;

  public Ranking {
    found = List.copyOf(found);
  }

  /** One found entry: its id, its score (falling), and how likely it answers (0 to 1). */
  public record Found(String entry, double score, double confidence) {}

  static Ranking of(String query, List<Hit> hits, long nanos) {
    return new Ranking(
        query,
        hits.stream()
            .limit(DEPTH)
            .map(hit -> new Found(hit.entry().id(), hit.score(), hit.confidence()))
            .toList(),
        nanos);
  }

  /** The first so many ids. */
  List<String> ids(int count) {
    return found.stream().limit(count).map(Found::entry).toList();
  }

  /** How likely one of the first so many answers: their confidences' sum, at most 1. */
  double confidence(int count) {
    return Math.min(
        1,
        IntStream.range(0, Math.min(count, found.size()))
            .mapToDouble(i -> found.get(i).confidence())
            .sum());
  }
}
