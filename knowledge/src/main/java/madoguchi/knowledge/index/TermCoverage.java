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

  TermCoverage(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A term, by its place in the plan, and what may stand for it; negative when no entry has it. */
  private record Wanted(int place, double idf, List<int[]> instead) {}

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
    QuestionPlan plan = asked.plan();
    List<Wanted> wanted = wanted(asked.question(), plan);
    double all = wanted.stream().mapToDouble(Wanted::idf).sum();
    FieldScores matches = asked.matches();
    boolean[] has = new boolean[plan.terms().length];
    return entry -> {
      Arrays.fill(has, false);
      matches.mark(entry, has);
      double found = 0;
      for (Wanted one : wanted) {
        found += isIn(has, one) ? one.idf : 0;
      }
      return all == 0 ? 0 : found / all;
    };
  }

  private List<Wanted> wanted(Question question, QuestionPlan plan) {
    List<Wanted> wanted = new ArrayList<>();
    for (Question.Group group : question.groups()) {
      for (String own : group.own()) {
        List<int[]> instead =
            group.substitutes().stream()
                .filter(substitute -> substitute.covered().contains(own))
                .map(substitute -> places(substitute, plan))
                .toList();
        int number = vocabulary.number(own);
        int place = number == Vocabulary.UNKNOWN ? number : plan.placeOf(number);
        wanted.add(new Wanted(place, vocabulary.idf(number), instead));
      }
      if (group.own().isEmpty()) {
        double idf =
            group.substitutes().stream()
                .flatMap(substitute -> substitute.terms().stream())
                .mapToDouble(vocabulary::idf)
                .average()
                .orElse(0);
        List<int[]> instead =
            group.substitutes().stream().map(substitute -> places(substitute, plan)).toList();
        wanted.add(new Wanted(Vocabulary.UNKNOWN, idf, instead));
      }
    }
    return wanted;
  }

  private int[] places(Question.Substitute substitute, QuestionPlan plan) {
    int[] places = vocabulary.numbers(substitute.terms());
    Arrays.setAll(places, i -> plan.placeOf(places[i]));
    return places;
  }

  private static boolean isIn(boolean[] has, Wanted wanted) {
    boolean found = wanted.place >= 0 && has[wanted.place];
    for (int i = 0; i < wanted.instead.size() && !found; i++) {
      found = hasAll(has, wanted.instead.get(i));
    }
    return found;
  }

  private static boolean hasAll(boolean[] has, int[] places) {
    for (int place : places) {
      if (!has[place]) {
        return false;
      }
    }
    return true;
  }
}
