package madoguchi.bot.policy;

import java.util.List;
import java.util.stream.IntStream;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.knowledge.index.Hit;

/** Goes on only when one entry is sure enough; else asks which is meant, or owns up. */
final class Confidence implements Step {

  /** What is this much less likely than the first is not worth asking about as a third. */
  private static final double LEAST_OF_FIRST = 0.1;

  /** A choice is one between two at least, if two were found. */
  private static final int LEAST_CHOICES = 2;

  private final Policy standard;

  Confidence(Policy standard) {
    this.standard = standard;
  }

  @Override
  public Result take(Turn turn) {
    if (turn.hits().isEmpty()) {
      return new Result.End(turn, new Answer.Unanswered("nothing-found"));
    }
    Policy policy = standard.of(turn.town());
    if (turn.hits().getFirst().confidence() >= policy.answerFrom()) {
      return new Result.Go(turn);
    }
    List<Hit> best = turn.hits().subList(0, Math.min(policy.choices(), turn.hits().size()));
    double together = best.stream().mapToDouble(Hit::confidence).sum();
    List<Hit> candidates = together < policy.chooseFrom() ? List.of() : worthAsking(best);
    return new Result.End(
        turn,
        candidates.isEmpty()
            ? new Answer.Unanswered("below-threshold")
            : new Answer.Choose(candidates, "unsure"));
  }

  private static List<Hit> worthAsking(List<Hit> best) {
    double least = best.getFirst().confidence() * LEAST_OF_FIRST;
    return IntStream.range(0, best.size())
        .filter(i -> i < LEAST_CHOICES || best.get(i).confidence() >= least)
        .mapToObj(best::get)
        .toList();
  }
}
