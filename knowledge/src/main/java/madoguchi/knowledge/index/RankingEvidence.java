package madoguchi.knowledge.index;

import java.util.List;

/**
 * What a ranking shows of its own worth. Some of it speaks of whether the first entry is the right
 * one (its lead, the softmax of its score), some of whether any entry is (how much of the question
 * is found at all, how near the score comes to the best that this question could reach).
 *
 * @param values by the place of their name in {@link #NAMES}
 */
record RankingEvidence(double[] values) {

  /** The names, as in {@code confidence.properties}. */
  static final List<String> NAMES =
      List.of(
          "lead",
          "lead3",
          "share",
          "share3",
          "score",
          "attained",
          "coverage",
          "coverage3",
          "reverse",
          "reverse3",
          "meaning",
          "meaning3",
          "aspect",
          "aspect3",
          "memory",
          "memory3",
          "terms",
          "unknown",
          "few");

  /** It looks at no more of a ranking. */
  static final int COMPARED = 10;

  private static final int FEW = 3;

  /**
   * Looks at a ranking.
   *
   * @param ranked best first, not empty
   * @param keys the names of the signals in the order of the entries' values
   */
  static RankingEvidence of(
      List<EntryIndex.Scored> ranked, List<String> keys, Question question, Vocabulary vocabulary) {
    EntryIndex.Scored first = ranked.getFirst();
    double ideal = 0;
    double unknown = 0;
    List<String> own = question.own();
    for (String term : own) {
      ideal += vocabulary.idf(term);
      unknown += vocabulary.has(term) ? 0 : vocabulary.idf(term);
    }
    double matched =
        Math.max(value(first, keys, "question"), value(first, keys, "wordings"))
            + value(first, keys, "answer");
    double meaning = best(ranked, keys, "meaning");
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    double fourth = ranked.size() > FEW ? ranked.get(FEW).score() : 0;
    return new RankingEvidence(
        new double[] {
          first.score() - second,
          first.score() - fourth,
          share(ranked, 1),
          share(ranked, FEW),
          first.score(),
          ideal == 0 ? 0 : matched / ideal,
          value(first, keys, "coverage"),
          best(ranked, keys, "coverage"),
          value(first, keys, "reverse"),
          best(ranked, keys, "reverse"),
          meaning == 0 ? likeWords(first, keys) : value(first, keys, "meaning"),
          meaning == 0 ? likeWords(first, keys) : meaning,
          value(first, keys, "aspect"),
          best(ranked, keys, "aspect"),
          value(first, keys, "memory"),
          best(ranked, keys, "memory"),
          Math.log(1 + own.size()),
          ideal == 0 ? 1 : unknown / ideal,
          ranked.size() == 1 ? 1 : ranked.size() == 2 ? 0.5 : 0
        });
  }

  /** What stands for the likeness of meaning before any words are learned. */
  private static double likeWords(EntryIndex.Scored one, List<String> keys) {
    return (value(one, keys, "coverage") + value(one, keys, "reverse")) / 2;
  }

  private static double value(EntryIndex.Scored one, List<String> keys, String key) {
    return one.values()[keys.indexOf(key)];
  }

  private static double best(List<EntryIndex.Scored> ranked, List<String> keys, String key) {
    return ranked.stream().limit(FEW).mapToDouble(one -> value(one, keys, key)).max().orElseThrow();
  }

  /** The first so many entries' part of the softmax over the best ten. */
  private static double share(List<EntryIndex.Scored> ranked, int first) {
    double all = 0;
    double part = 0;
    for (int i = 0; i < Math.min(COMPARED, ranked.size()); i++) {
      double weight = Math.exp(ranked.get(i).score() - ranked.getFirst().score());
      all += weight;
      part += i < first ? weight : 0;
    }
    return part / all;
  }
}
