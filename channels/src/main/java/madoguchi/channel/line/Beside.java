package madoguchi.channel.line;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.town.Municipality;

/** What a delivery causes before its events are taken in turn. */
record Beside(LineStores stores, Forwards forwards, LoadingSign loading) {

  /** Before it is stored, so that what goes on is as durable as the rest. */
  void before(Municipality town, List<ReceivedEvent> events, Supplier<Parcel> parcel, Instant now) {
    forwards.consider(town, events, parcel, now);
  }

  /** Once it is stored: what is taken back is not said any more, whatever waits before it. */
  void after(Municipality town, List<ReceivedEvent> events, Pseudonyms pseudonyms, Instant now) {
    for (ReceivedEvent event : events) {
      event
          .unsentMessageId()
          .ifPresent(
              id -> {
                forwards.forget(town, event.chat(), id);
                stores
                    .conversations()
                    .of(
                        town.code(),
                        LineChannel.NAME,
                        pseudonyms.citizen(town.code(), LineChannel.NAME, event.chat()))
                    .ifPresent(
                        conversation ->
                            stores
                                .conversations()
                                .takeBack(town.code(), conversation.id(), id, now));
              });
      loading.expect(town, event);
    }
  }
}
