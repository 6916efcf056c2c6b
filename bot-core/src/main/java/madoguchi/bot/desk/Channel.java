package madoguchi.bot.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;

/** A door, as the desk sees it: how to read what came, and the way back out. */
public interface Channel {

  /** The name in {@link Arrival#channel} and {@link Conversation#channel}. */
  String name();

  /** What an arrival means; empty when it is nothing to answer. */
  Optional<Inquiry> read(Arrival arrival);

  /**
   * What must be sent to the citizen after a turn; empty when the door's own side fetches it.
   *
   * @param lines what the bot says in this turn
   */
  Optional<Dispatch> write(
      Arrival arrival, Conversation conversation, Outcome outcome, List<Utterance> lines);

  /** Tries to send; never throws for what the other side does. */
  Delivery send(Dispatch dispatch);
}
