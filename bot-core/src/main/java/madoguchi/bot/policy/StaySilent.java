package madoguchi.bot.policy;

import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.conversation.ConversationState;

/** While a person has the word, the bot has none. */
final class StaySilent implements Step {

  @Override
  public Result take(Turn turn) {
    return turn.conversation().state() == ConversationState.STAFF
        ? new Result.End(turn, new Answer.Silent())
        : new Result.Go(turn);
  }
}
