package madoguchi.bot.policy;

import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.AnswerWriter;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.knowledge.index.Hit;

/** The best entry becomes the answer. */
final class Write implements Step {

  private final AnswerWriter writer;

  Write(AnswerWriter writer) {
    this.writer = writer;
  }

  @Override
  public Result take(Turn turn) {
    Hit best = turn.hits().getFirst();
    return new Result.End(
        turn, new Answer.Answered(best, writer.write(turn, best), "above-threshold"));
  }
}
