package madoguchi.bot.desk;

import java.time.Clock;
import java.util.Map;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.SendState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one dispatch: writes that it tries, tries, writes how it ended. With the end it gives the
 * conversation back, in the same commit: what else waits there is for whoever comes next.
 */
final class SendingDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SendingDesk.class);

  private final Stores stores;
  private final Map<String, Channel> channels;
  private final Clock clock;

  SendingDesk(Stores stores, Map<String, Channel> channels, Clock clock) {
    this.stores = stores;
    this.channels = channels;
    this.clock = clock;
  }

  /** False when it must be tried again, a little later; else the conversation is given back. */
  boolean send(Lease lease, ToSend toSend) {
    Dispatch dispatch = toSend.dispatch();
    Channel channel = channels.get(dispatch.channel());
    if (channel == null) {
      return settle(lease, dispatch, new Delivery(SendState.GIVEN_UP, "no such channel"));
    }
    if (!clock.instant().isBefore(dispatch.expiresAt())) {
      return settle(lease, dispatch, channel.expired(dispatch));
    }
    return (!toSend.begun() && !begin(lease, dispatch))
        || settle(lease, dispatch, channel.send(dispatch));
  }

  /** False when it must not be tried after all. */
  private boolean begin(Lease lease, Dispatch dispatch) {
    return stores
        .unitOfWork()
        .commit(
            lease,
            () -> {
              boolean tries = stores.outbox().trying(dispatch);
              if (!tries) {
                stores.leases().release(lease);
              }
              return tries;
            });
  }

  private SendState end(Dispatch dispatch, Delivery delivery) {
    Channel channel = channels.get(dispatch.channel());
    boolean passedOn =
        channel != null
            && delivery.state() == SendState.GIVEN_UP
            && channel.passOn(dispatch, delivery.note());
    return passedOn ? SendState.PASSED_ON : delivery.state();
  }

  private boolean settle(Lease lease, Dispatch dispatch, Delivery delivery) {
    LOG.info(
        "dispatch {} of {} by {}: {} {}",
        dispatch.id(),
        dispatch.municipality(),
        dispatch.channel(),
        delivery.state(),
        delivery.note());
    return stores
        .unitOfWork()
        .commit(
            lease,
            () -> {
              stores.outbox().settle(dispatch, end(dispatch, delivery), delivery.note());
              boolean ended = delivery.state() != SendState.TRYING;
              if (ended) {
                stores.leases().release(lease);
              }
              return ended;
            });
  }
}
