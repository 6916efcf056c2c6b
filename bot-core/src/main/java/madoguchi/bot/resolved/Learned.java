package madoguchi.bot.resolved;

import java.util.List;
import java.util.stream.Stream;
import madoguchi.knowledge.index.Resolved;
import madoguchi.knowledge.index.Resolved.Basis;
import madoguchi.municipality.MunicipalityCode;

/** What a town's index is given to learn from people: decisions, and what residents agree on. */
public final class Learned {

  private Learned() {}

  /** In no order; the index does not depend on it. */
  public static List<Resolved> of(
      ResolvedQuestions all, MunicipalityCode municipality, ResolvedLimits limits) {
    return Stream.concat(
            all.decided(municipality).stream()
                .map(one -> new Resolved(one.question(), one.faqId(), 1, Basis.DECISION)),
            all.agreed(municipality, limits.agreeing()).stream()
                .map(one -> new Resolved(one.question(), one.faqId(), 1, Basis.VOTES)))
        .toList();
  }
}
