package madoguchi.bot.policy;

import java.util.Optional;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;

/** Words of danger to life or of abuse: hot lines and a person, before anything is searched. */
final class Crisis implements Step {

  private final Rules rules;

  Crisis(Rules rules) {
    this.rules = rules;
  }

  @Override
  public Result take(Turn turn) {
    Optional<String> topic = rules.matchAny("crisis", turn.text());
    return topic.isPresent()
        ? new Result.End(turn, new Answer.Crisis(topic.get()))
        : new Result.Go(turn);
  }
}
