package madoguchi.bot.desk;

import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thinks turns out, from what arrived to what must be sent. A message that breaks us again and
 * again ends with an apology: it must not hold up what came after it. A storage that is away is no
 * fault of a message.
 */
final class ThinkingDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ThinkingDesk.class);

  /** So often a message is tried that breaks us. */
  private static final int TRIES = 3;

  private final Failures failures = new Failures();
  private final Reception reception;
  private final Thinking thinking;

  ThinkingDesk(Reception reception, Thinking thinking) {
    this.reception = reception;
    this.thinking = thinking;
  }

  /** Empty when it is nothing to answer. */
  Optional<ReadyTurn> think(
      Municipality town, Conversation conversation, Channel channel, Arrival arrival) {
    try {
      return channel
          .read(arrival)
          .map(
              inquiry ->
                  channel.isTooLate(arrival)
                      ? reception.receiveTooLate(town, conversation, inquiry)
                      : thinking.of(() -> reception.receive(town, conversation, inquiry)))
          .map(received -> ReadyTurn.of(received, toSend(channel, arrival, received)));
    } catch (Overloaded | StorageAway storage) {
      throw storage;
    } catch (RuntimeException broken) {
      return Optional.of(instead(town, conversation, channel, arrival, broken));
    }
  }

  /**
   * What is said when a turn broke once more, in thinking or in storing it: while tries are left,
   * nothing, and the failure is thrown on.
   */
  ReadyTurn instead(
      Municipality town,
      Conversation conversation,
      Channel channel,
      Arrival arrival,
      RuntimeException broken) {
    if (failures.count(arrival) < TRIES) {
      throw broken;
    }
    LOG.error("message {} is given up: {}", arrival.messageId(), broken.getClass().getName());
    return apology(town, conversation, channel, arrival);
  }

  /** Its turn is stored: it breaks nothing any more. */
  void stored(Arrival arrival) {
    failures.forget(arrival);
  }

  private static Optional<Dispatch> toSend(
      Channel channel, Arrival arrival, Reception.Received received) {
    return channel.write(
        arrival, received.conversation(), received.answer().outcome(), received.said());
  }

  private ReadyTurn apology(
      Municipality town, Conversation conversation, Channel channel, Arrival arrival) {
    Reception.Received received = reception.apologise(town, conversation, arrival);
    Optional<Dispatch> toSend;
    try {
      toSend =
          received.said().isEmpty()
              ? Optional.of(untold(arrival, received))
              : toSend(channel, arrival, received);
    } catch (RuntimeException broken) {
      LOG.error("nor can it be answered: {}", broken.getClass().getName());
      toSend = Optional.of(untold(arrival, received));
    }
    return ReadyTurn.unread(received, toSend);
  }

  /** So that staff see that somebody has no answer. */
  private static Dispatch untold(Arrival arrival, Reception.Received received) {
    return new Dispatch(
        arrival.municipality(),
        arrival.messageId() + "#failed",
        arrival.conversationId(),
        received.conversation().epoch(),
        arrival.channel(),
        received.journal().at(),
        received.journal().at(),
        "",
        SendState.GIVEN_UP,
        0,
        "unreadable");
  }
}
