package madoguchi.bot.resolved;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Which decisions go when there are too many. */
public final class Surplus {

  private Surplus() {}

  /** Those beyond so many: first those whose entry is not needed, then the oldest. */
  public static List<ResolvedQuestion> of(
      List<ResolvedQuestion> decided, int most, Predicate<String> isNeeded) {
    return decided.stream()
        .sorted(
            Comparator.comparing((ResolvedQuestion one) -> isNeeded.test(one.faqId()))
                .thenComparing(ResolvedQuestion::at)
                .thenComparing(ResolvedQuestion::id))
        .limit(Math.max(0, decided.size() - most))
        .toList();
  }
}
