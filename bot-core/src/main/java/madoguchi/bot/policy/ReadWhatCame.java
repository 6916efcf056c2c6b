package madoguchi.bot.policy;

import java.util.Set;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.inquiry.Said;

/** What is no question gets a fitting answer, and what is too long is not read. */
final class ReadWhatCame implements Step {

  /** In characters (Unicode code points), as the doors count. */
  private static final int LONGEST = 1_000;

  /** What is kept for staff to look at. */
  private static final Set<String> KEPT = Set.of("image", "video", "audio", "file", "location");

  @Override
  public Result take(Turn turn) {
    return switch (turn.said()) {
      case Said.Arrived() -> new Result.End(turn, new Answer.Greeting("arrived"));
      case Said.Invited() -> new Result.End(turn, new Answer.Greeting("joined"));
      case Said.Sent(String kind, String detail) -> new Result.End(turn, sent(turn, kind));
      case Said.Voted(String id, String faqId, boolean useful) ->
          new Result.End(turn, new Answer.Greeting(useful ? "vote-useful" : "vote-useless"));
      case Said.Text(String text) when text.codePointCount(0, text.length()) > LONGEST ->
          new Result.End(turn, new Answer.Refused("too-long"));
      default -> new Result.Go(turn);
    };
  }

  /** What nobody but a person can look at is promised to a person only when one will. */
  private static Answer sent(Turn turn, String kind) {
    boolean forPerson = turn.conversation().state() == ConversationState.WAITING;
    if (KEPT.contains(kind)) {
      return forPerson ? new Answer.Greeting("kept-for-staff") : new Answer.Refused(kind);
    }
    return new Answer.Refused(kind.equals("sticker") ? kind : "unreadable");
  }
}
