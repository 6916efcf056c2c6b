package madoguchi.bot.policy;

import java.util.List;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.knowledge.index.Hit;

/** Goes on only when one entry is sure enough; else asks which is meant, or owns up. */
final class Confidence implements Step {

  private final Policy policy;

  Confidence(Policy policy) {
    this.policy = policy;
  }

  @Override
  public Result take(Turn turn) {
    if (turn.hits().isEmpty()) {
      return new Result.End(turn, new Answer.Unanswered("nothing-found"));
    }
    if (turn.hits().getFirst().confidence() >= policy.answerFrom()) {
      return new Result.Go(turn);
    }
    List<Hit> candidates =
        turn.hits().stream()
            .filter(hit -> hit.confidence() >= policy.chooseFrom())
            .limit(policy.choices())
            .toList();
    return new Result.End(
        turn,
        candidates.isEmpty()
            ? new Answer.Unanswered("below-threshold")
            : new Answer.Choose(candidates, "unsure"));
  }
}
