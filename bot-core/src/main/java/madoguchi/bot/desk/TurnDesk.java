package madoguchi.bot.desk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.LeaseLost;
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

  /** So often a message is tried that breaks us. */
  private static final int TRIES = 3;

  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Municipalities municipalities;
  private final Stores stores;
  private final Reception reception;
  private final Map<String, Channel> channels;
  private final Thinking thinking;

  TurnDesk(
      Municipalities municipalities,
      Stores stores,
      Reception reception,
      Map<String, Channel> channels,
      Thinking thinking) {
    this.thinking = thinking;
    this.municipalities = municipalities;
    this.stores = stores;
    this.reception = reception;
    this.channels = channels;
  }

  /**
   * Answers an arrival, and gives what must be sent for it. When somebody else takes the word
   * meanwhile, nothing is stored: it is still the next, and is read again as things stand then.
   */
  Optional<Dispatch> take(Lease lease, Arrival arrival) {
    String key = arrival.municipality().value() + ' ' + arrival.messageId();
    try {
      Optional<Dispatch> toSend = answer(lease, arrival);
      failures.remove(key);
      return toSend;
    } catch (EpochPassed meanwhile) {
      LOG.info("{}", meanwhile.getMessage());
    } catch (LeaseLost lost) {
      throw lost;
    } catch (RuntimeException broken) {
      if (failures.merge(key, 1, Integer::sum) < TRIES) {
        throw broken;
      }
      // It must not hold up what came after it. With the storage down this fails too.
      LOG.error("message {} is given up: {}", arrival.messageId(), broken.getClass().getName());
      stores.unitOfWork().commit(lease, () -> done(arrival, Outcome.FAILED.code()));
      failures.remove(key);
    }
    return Optional.empty();
  }

  private Optional<Dispatch> answer(Lease lease, Arrival arrival) {
    Optional<Municipality> town = municipalities.find(arrival.municipality());
    Optional<Conversation> conversation =
        stores.conversations().find(arrival.municipality(), arrival.conversationId());
    Channel channel = channels.get(arrival.channel());
    Optional<Inquiry> inquiry = channel == null ? Optional.empty() : channel.read(arrival);
    if (town.isEmpty() || conversation.isEmpty() || channel == null) {
      stores.unitOfWork().commit(lease, () -> done(arrival, IGNORED));
      return Optional.empty();
    }
    if (inquiry.isEmpty()) {
      stores.unitOfWork().commit(lease, () -> silent(arrival, channel));
      return Optional.empty();
    }
    Reception.Received received =
        thinking.of(() -> reception.receive(town.get(), conversation.get(), inquiry.get()));
    return stores.unitOfWork().commit(lease, () -> store(arrival, channel, received));
  }

  private Optional<Dispatch> store(Arrival arrival, Channel channel, Reception.Received received) {
    Conversation after = received.conversation();
    if (!channel.takeUp(arrival)) {
      done(arrival, TAKEN_BACK);
      return Optional.empty();
    }
    stores.conversations().save(after);
    stores
        .conversations()
        .append(
            after.municipality(),
            after.id(),
            Stream.concat(Stream.of(received.resident()), received.said().stream()).toList());
    if (received.answer() instanceof Answer.HandedOver(Department department)) {
      stores
          .handoffs()
          .open(after.municipality(), after.id(), name(department), received.journal().at());
    }
    stores.journal().append(received.journal());
    Optional<Dispatch> toSend =
        channel.write(arrival, after, received.answer().outcome(), received.said());
    toSend.ifPresent(stores.outbox()::add);
    done(arrival, received.answer().outcome().code());
    return toSend;
  }

  private boolean silent(Arrival arrival, Channel channel) {
    return done(arrival, channel.takeUp(arrival) ? channel.silence(arrival) : TAKEN_BACK);
  }

  private boolean done(Arrival arrival, String outcome) {
    stores.inbox().done(arrival.municipality(), arrival.messageId(), outcome);
    return true;
  }

  private static @Nullable String name(@Nullable Department department) {
    return department == null ? null : department.name();
  }
}
