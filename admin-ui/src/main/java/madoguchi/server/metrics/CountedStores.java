package madoguchi.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import madoguchi.bot.desk.Stores;

/** Stores that count what goes through them. */
public final class CountedStores {

  private CountedStores() {}

  /** The same stores, counted by town and channel. */
  public static Stores of(Stores stores, MeterRegistry registry) {
    TownMeters meters = new TownMeters(registry);
    return new Stores(
        new CountedUnits(stores.unitOfWork()),
        stores.leases(),
        new CountedInbox(stores.inbox(), meters),
        new CountedOutbox(stores.outbox(), meters),
        stores.conversations(),
        stores.handoffs(),
        new CountedJournal(stores.journal(), meters));
  }
}
