package madoguchi.bot.policy;

import java.util.Optional;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;

/** A greeting is returned, not searched for. */
final class Greet implements Step {

  private final Rules rules;

  Greet(Rules rules) {
    this.rules = rules;
  }

  @Override
  public Result take(Turn turn) {
    Optional<String> kind = rules.match("greeting", turn.text());
    return kind.isPresent()
        ? new Result.End(turn, new Answer.Greeting(kind.get()))
        : new Result.Go(turn);
  }
}
