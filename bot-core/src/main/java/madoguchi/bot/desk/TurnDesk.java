package madoguchi.bot.desk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one arrival through the reception and stores the whole turn in one commit; with it, that
 * what was said is tried to be sent, if there is a place for that. A turn that cannot be stored is
 * a fault of its message, as one that cannot be thought out is: it must not hold up what came
 * after.
 */
final class TurnDesk {

  private static final Logger LOG = LoggerFactory.getLogger(TurnDesk.class);

  /** The ending of an arrival for which there is no town, conversation or door any more. */
  private static final String IGNORED = "ignored";

  /** The ending of one that the citizen took back before it was answered. */
  private static final String TAKEN_BACK = "taken-back";

  private final Municipalities municipalities;
  private final Stores stores;
  private final ThinkingDesk thinking;
  private final Map<String, Channel> channels;
  private final Sendings sendings;
  private final Clock clock;

  TurnDesk(
      Municipalities municipalities,
      Stores stores,
      Reception reception,
      Map<String, Channel> channels,
      Thinking thinking,
      Sendings sendings,
      Clock clock) {
    this.municipalities = municipalities;
    this.stores = stores;
    this.thinking = new ThinkingDesk(reception, thinking);
    this.channels = channels;
    this.sendings = sendings;
    this.clock = clock;
  }

  /**
   * Answers an arrival, and gives what must be sent for it. When somebody else takes the word
   * meanwhile, nothing is stored: it is still the next, and is read again as things stand then.
   */
  Optional<ToSend> take(Lease lease, Arrival arrival) {
    Optional<Municipality> town = municipalities.find(arrival.municipality());
    Optional<Conversation> conversation =
        stores.conversations().find(arrival.municipality(), arrival.conversationId());
    Channel channel = channels.get(arrival.channel());
    if (town.isEmpty() || conversation.isEmpty() || channel == null) {
      return stores.unitOfWork().commit(lease, () -> done(arrival, IGNORED));
    }
    try {
      return answer(lease, town.get(), conversation.get(), channel, arrival);
    } catch (EpochPassed meanwhile) {
      LOG.info("{}", meanwhile.getMessage());
      return Optional.empty();
    }
  }

  private Optional<ToSend> answer(
      Lease lease, Municipality town, Conversation conversation, Channel channel, Arrival arrival) {
    Optional<ReadyTurn> turn = thinking.think(town, conversation, channel, arrival);
    Optional<ToSend> toSend;
    try {
      toSend = commit(lease, arrival, channel, turn);
    } catch (EpochPassed | LeaseLost | Overloaded | StorageAway noFaultOfIts) {
      throw noFaultOfIts;
    } catch (RuntimeException broken) {
      toSend =
          apologise(
              lease,
              arrival,
              channel,
              thinking.instead(town, conversation, channel, arrival, broken));
    }
    thinking.stored(arrival);
    return toSend;
  }

  /** Where not even an apology can be stored, the message only ends. */
  private Optional<ToSend> apologise(
      Lease lease, Arrival arrival, Channel channel, ReadyTurn apology) {
    try {
      return commit(lease, arrival, channel, Optional.of(apology));
    } catch (EpochPassed | LeaseLost | Overloaded | StorageAway noFaultOfIts) {
      throw noFaultOfIts;
    } catch (RuntimeException broken) {
      LOG.error("nor can an apology be stored: {}", broken.getClass().getName());
      return stores.unitOfWork().commit(lease, () -> done(arrival, Outcome.FAILED.code()));
    }
  }

  private Optional<ToSend> commit(
      Lease lease, Arrival arrival, Channel channel, Optional<ReadyTurn> turn) {
    Optional<Dispatch> begun =
        turn.flatMap(ReadyTurn::toSend).filter(this::isInTime).filter(sendings::begin);
    boolean isLeft = false;
    try {
      Optional<ToSend> toSend =
          stores.unitOfWork().commit(lease, () -> store(arrival, channel, turn, begun.isPresent()));
      isLeft = toSend.isPresent();
      return toSend;
    } finally {
      if (!isLeft) {
        begun.ifPresent(sendings::end);
      }
    }
  }

  private boolean isInTime(Dispatch dispatch) {
    return dispatch.state() == SendState.READY && clock.instant().isBefore(dispatch.expiresAt());
  }

  private Optional<ToSend> store(
      Arrival arrival, Channel channel, Optional<ReadyTurn> turn, boolean begun) {
    if (turn.filter(ReadyTurn::isUnread).isEmpty() && !channel.takeUp(arrival)) {
      return done(arrival, TAKEN_BACK);
    }
    if (turn.isEmpty()) {
      return done(arrival, channel.silence(arrival));
    }
    turn.get().store(stores, begun);
    done(arrival, turn.get().received().answer().outcome().code());
    return turn.get()
        .toSend()
        .filter(sent -> sent.state() == SendState.READY)
        .map(dispatch -> new ToSend(dispatch, begun));
  }

  /** With nothing to send. */
  private Optional<ToSend> done(Arrival arrival, String outcome) {
    stores.inbox().done(arrival.municipality(), arrival.messageId(), outcome);
    return Optional.empty();
  }
}
