package madoguchi.bot.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipality;

/** A door, as the desk sees it: how to read what came, and the way back out. */
public interface Channel {

  /** The name in {@link Arrival#channel} and {@link Conversation#channel}. */
  String name();

  /** What an arrival means; empty when it is nothing to answer. */
  Optional<Inquiry> read(Arrival arrival);

  /**
   * Whether nothing that is said to an arrival can reach the citizen any more. Then nothing is
   * searched for: else, once more comes for a while than can be thought out, all would be late for
   * ever.
   */
  default boolean isTooLate(Arrival arrival) {
    return false;
  }

  /** The name of the silence with which an arrival is met that is nothing to answer. */
  default String silence(Arrival arrival) {
    return "ignored";
  }

  /**
   * What an arrival changes beside the talk, whether it is answered or not; first in its commit.
   *
   * @return false when the citizen has taken it back: then nothing of it is stored or said
   */
  default boolean takeUp(Arrival arrival) {
    return true;
  }

  /**
   * What must be sent to the citizen after a turn; empty when the door's own side fetches it.
   *
   * @param lines what the bot says in this turn
   */
  Optional<Dispatch> write(
      Arrival arrival, Conversation conversation, Outcome outcome, List<Utterance> lines);

  /** Tries to send; never throws for what the other side does. */
  Delivery send(Dispatch dispatch);

  /**
   * How a dispatch ends whose time is over; a try that may have arrived is only people's to repeat.
   */
  default Delivery expired(Dispatch dispatch) {
    boolean begun = dispatch.state() == SendState.TRYING;
    return new Delivery(begun ? SendState.AMBIGUOUS : SendState.GIVEN_UP, "expired");
  }

  /**
   * Called in the commit that gives a dispatch up: whether the door brings it another way.
   *
   * @param note why it is given up
   */
  default boolean passOn(Dispatch dispatch, String note) {
    return false;
  }

  /** What is wrong with this door in the town at present, by names that the staff's pages know. */
  default List<String> troubles(Municipality town) {
    return List.of();
  }

  /**
   * Brings a dispatch another way because a person says so, although it may have arrived before.
   *
   * @return false when there is no other way
   */
  default boolean bringByHand(Dispatch dispatch) {
    return false;
  }
}
