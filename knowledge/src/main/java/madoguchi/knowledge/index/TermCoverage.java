package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The share of the question that the entry has: Σ idf of the question's terms found anywhere in the
 * entry over Σ idf of all of them. A term that is not there but for which something else stands
 * there counts by that substitute's weight.
 */
final class TermCoverage implements Signal {

  private final Vocabulary vocabulary;
  private final int[][] terms;

  TermCoverage(Vocabulary vocabulary, List<AnalysedEntry> entries) {
    this.vocabulary = vocabulary;
    this.terms =
        entries.stream().map(entry -> vocabulary.numbers(entry.terms())).toArray(int[][]::new);
  }

  private record Wanted(int term, double idf, List<Instead> instead) {}

  private record Instead(int[] terms, double weight) {}

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
        found += one.idf * share(one, terms[entry]);
      }
      return all == 0 ? 0 : found / all;
    };
  }

  private List<Wanted> wanted(Question question) {
    List<Wanted> wanted = new ArrayList<>();
    for (Question.Group group : question.groups()) {
      for (String own : group.own()) {
        List<Instead> instead =
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
        List<Instead> instead = group.substitutes().stream().map(this::instead).toList();
        wanted.add(new Wanted(Vocabulary.UNKNOWN, idf, instead));
      }
    }
    return wanted;
  }

  private Instead instead(Question.Substitute substitute) {
    return new Instead(vocabulary.numbers(substitute.terms()), substitute.weight());
  }

  private static double share(Wanted wanted, int[] entry) {
    if (has(entry, wanted.term)) {
      return 1;
    }
    double best = 0;
    for (Instead instead : wanted.instead) {
      if (instead.weight > best && hasAll(entry, instead.terms)) {
        best = instead.weight;
      }
    }
    return best;
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
