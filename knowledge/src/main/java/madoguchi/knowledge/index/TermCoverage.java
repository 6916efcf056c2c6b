package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The share of the question that the entry has: Σ idf of the question's terms found anywhere in the
 * entry over Σ idf of all of them. A term that is not there but for which something else stands
 * there is found as well, however much less that counts elsewhere.
 */
final class TermCoverage implements Signal {

  private final Vocabulary vocabulary;
  private final int[][] terms;

  TermCoverage(Vocabulary vocabulary, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.terms =
        entries.stream().map(entry -> vocabulary.numbers(entry.terms())).toArray(int[][]::new);
  }

  private record Wanted(int term, double idf, List<int[]> instead) {}

  @Override
  public String key() {
    return "coverage";
  }

  @Override
  public String japanese() {
    return "質問の言葉のうち見つかった割合";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    List<Wanted> wanted = wanted(asked.question());
    double all = wanted.stream().mapToDouble(Wanted::idf).sum();
    return entry -> {
      double found = 0;
      for (Wanted one : wanted) {
        found += isIn(terms[entry], one) ? one.idf : 0;
      }
      return all == 0 ? 0 : found / all;
    };
  }

  private List<Wanted> wanted(Question question) {
    List<Wanted> wanted = new ArrayList<>();
    for (Question.Group group : question.groups()) {
      for (String own : group.own()) {
        List<int[]> instead =
            group.substitutes().stream()
                .filter(substitute -> substitute.covered().contains(own))
                .map(this::instead)
                .toList();
        wanted.add(new Wanted(vocabulary.number(own), vocabulary.idf(own), instead));
      }
      if (group.own().isEmpty()) {
        double idf =
            group.substitutes().stream()
                .flatMap(substitute -> substitute.terms().stream())
                .mapToDouble(vocabulary::idf)
                .average()
                .orElse(0);
        List<int[]> instead = group.substitutes().stream().map(this::instead).toList();
        wanted.add(new Wanted(Vocabulary.UNKNOWN, idf, instead));
      }
    }
    return wanted;
  }

  private int[] instead(Question.Substitute substitute) {
    return vocabulary.numbers(substitute.terms());
  }

  private static boolean isIn(int[] entry, Wanted wanted) {
    boolean found = has(entry, wanted.term);
    for (int i = 0; i < wanted.instead.size() && !found; i++) {
      found = hasAll(entry, wanted.instead.get(i));
    }
    return found;
  }

  private static boolean hasAll(int[] entry, int[] terms) {
    for (int term : terms) {
      if (!has(entry, term)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(int[] entry, int term) {
    return term != Vocabulary.UNKNOWN && Arrays.binarySearch(entry, term) >= 0;
  }
}
