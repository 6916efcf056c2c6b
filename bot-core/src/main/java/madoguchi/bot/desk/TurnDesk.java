package madoguchi.bot.desk;

import java.util.Map;
import java.util.Optional;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one arrival through the reception and stores the whole turn in one commit. */
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

  TurnDesk(
      Municipalities municipalities,
      Stores stores,
      Reception reception,
      Map<String, Channel> channels,
      Thinking thinking) {
    this.municipalities = municipalities;
    this.stores = stores;
    this.thinking = new ThinkingDesk(reception, thinking);
    this.channels = channels;
  }

  /**
   * Answers an arrival, and gives what must be sent for it. When somebody else takes the word
   * meanwhile, nothing is stored: it is still the next, and is read again as things stand then.
   */
  Optional<Dispatch> take(Lease lease, Arrival arrival) {
    Optional<Municipality> town = municipalities.find(arrival.municipality());
    Optional<Conversation> conversation =
        stores.conversations().find(arrival.municipality(), arrival.conversationId());
    Channel channel = channels.get(arrival.channel());
    if (town.isEmpty() || conversation.isEmpty() || channel == null) {
      return stores.unitOfWork().commit(lease, () -> done(arrival, IGNORED));
    }
    Optional<ReadyTurn> turn = thinking.think(town.get(), conversation.get(), channel, arrival);
    try {
      return stores.unitOfWork().commit(lease, () -> store(arrival, channel, turn));
    } catch (EpochPassed meanwhile) {
      LOG.info("{}", meanwhile.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Dispatch> store(Arrival arrival, Channel channel, Optional<ReadyTurn> turn) {
    if (turn.filter(ReadyTurn::isUnread).isEmpty() && !channel.takeUp(arrival)) {
      return done(arrival, TAKEN_BACK);
    }
    if (turn.isEmpty()) {
      return done(arrival, channel.silence(arrival));
    }
    store(turn.get());
    done(arrival, turn.get().received().answer().outcome().code());
    return turn.get().toSend().filter(sent -> sent.state() == SendState.READY);
  }

  /** With nothing to send. */
  private Optional<Dispatch> done(Arrival arrival, String outcome) {
    stores.inbox().done(arrival.municipality(), arrival.messageId(), outcome);
    return Optional.empty();
  }

  private void store(ReadyTurn turn) {
    Reception.Received received = turn.received();
    Conversation after = received.conversation();
    stores.conversations().save(after);
    stores.conversations().append(after.municipality(), after.id(), turn.lines());
    if (received.answer() instanceof Answer.HandedOver(Department department)) {
      stores
          .handoffs()
          .open(after.municipality(), after.id(), name(department), received.journal().at());
    }
    stores.journal().append(received.journal());
    turn.toSend().ifPresent(stores.outbox()::add);
  }

  private static @Nullable String name(@Nullable Department department) {
    return department == null ? null : department.name();
  }
}
