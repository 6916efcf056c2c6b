package madoguchi.channel.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox.Acceptance;
import madoguchi.bot.post.Signals;
import madoguchi.bot.town.Municipality;

/** Takes a message in durably, then waits a while for its answer. */
final class Postbox {

  /** Choices in so many latest lines can be taken; the reception remembers as many. */
  private static final int REMEMBERED = 100;

  private final Stores stores;
  private final Signals signals;
  private final Runnable wake;
  private final Clock clock;
  private final Limits limits;
  private final WebSettings settings;

  Postbox(
      Stores stores,
      Signals signals,
      Runnable wake,
      Clock clock,
      Limits limits,
      WebSettings settings) {
    this.stores = stores;
    this.signals = signals;
    this.wake = wake;
    this.clock = clock;
    this.limits = limits;
    this.settings = settings;
  }

  /** The answer, or {@link Wire.Reply#PENDING} when it takes longer than one should wait. */
  Wire.Reply take(Municipality town, Conversation in, String clientMessageId, Said said) {
    String messageId = "web:" + in.id() + ':' + clientMessageId;
    boolean answeredBefore = Entrance.stored(town, () -> outcome(in, messageId)).isPresent();
    limits.message(in, clientMessageId);
    if (!answeredBefore
        && said instanceof Said.Chosen(String value)
        && !Entrance.stored(town, () -> wasOffered(in, value))) {
      throw WebProblem.of(400, "choice");
    }
    Semaphore news = new Semaphore(0);
    // Listens before it stores, so that no answer is too quick to be heard.
    try (Signals.Registration listening =
        signals.listen(in.municipality(), in.id(), news::release)) {
      accept(town, in, messageId, said);
      return Entrance.stored(town, () -> await(in, messageId, news));
    }
  }

  private void accept(Municipality town, Conversation in, String messageId, Said said) {
    Arrival arrival =
        new Arrival(
            in.municipality(),
            in.id(),
            messageId,
            WebChannel.NAME,
            clock.instant(),
            WebChannel.payload(said));
    Acceptance acceptance =
        Entrance.stored(town, () -> stores.inbox().accept(List.of(arrival)).getFirst());
    if (acceptance == Acceptance.CONFLICT) {
      throw WebProblem.of(409, "conflict");
    }
    wake.run();
    if (acceptance == Acceptance.NEW) {
      signals.raise(in.municipality(), in.id());
    }
  }

  private Wire.Reply await(Conversation in, String messageId, Semaphore news) {
    long end = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      Optional<String> outcome = outcome(in, messageId);
      if (outcome.isPresent()) {
        return Wire.Reply.of(
            outcome.get(), stores.conversations().turn(in.municipality(), in.id(), messageId));
      }
      long left = end - System.nanoTime();
      if (left <= 0 || !pause(news, Math.min(left, settings.poll().toNanos()))) {
        return Wire.Reply.PENDING;
      }
    }
  }

  /** False when nobody waits any longer. */
  private static boolean pause(Semaphore news, long nanos) {
    try {
      if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
        news.drainPermits();
      }
      return true;
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<String> outcome(Conversation in, String messageId) {
    return stores.inbox().outcome(in.municipality(), messageId);
  }

  private boolean wasOffered(Conversation in, String value) {
    return stores.conversations().latest(in.municipality(), in.id(), REMEMBERED).stream()
        .flatMap(line -> line.choices().stream())
        .anyMatch(choice -> choice.value().equals(value));
  }
}
