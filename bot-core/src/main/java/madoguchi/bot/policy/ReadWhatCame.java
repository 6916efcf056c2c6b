package madoguchi.bot.policy;

import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.inquiry.Said;

/** What is no question gets a fitting answer, and what is too long is not read. */
final class ReadWhatCame implements Step {

  /** In characters (Unicode code points), as the doors count. */
  private static final int LONGEST = 1_000;

  @Override
  public Result take(Turn turn) {
    return switch (turn.said()) {
      case Said.Arrived() -> new Result.End(turn, new Answer.Greeting("arrived"));
      case Said.Sent(String kind) ->
          new Result.End(
              turn, new Answer.Refused(kind.equals("sticker") ? "sticker" : "unreadable"));
      case Said.Text(String text) when text.codePointCount(0, text.length()) > LONGEST ->
          new Result.End(turn, new Answer.Refused("too-long"));
      default -> new Result.Go(turn);
    };
  }
}
