package madoguchi.channel.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import madoguchi.bot.answer.Outcome;
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

  private static final Set<String> CODES =
      Arrays.stream(Outcome.values()).map(Outcome::code).collect(Collectors.toUnmodifiableSet());

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
      return await(town, in, messageId, news);
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

  private Wire.Reply await(Municipality town, Conversation in, String messageId, Semaphore news) {
    long end = System.nanoTime() + settings.patience().toNanos();
    while (true) {
      Optional<Wire.Reply> reply = Entrance.stored(town, () -> reply(in, messageId));
      if (reply.isPresent()) {
        return reply.get();
      }
      if (!Entrance.stored(town, () -> lives(in))) {
        throw WebProblem.of(404, "conversation");
      }
      long left = end - System.nanoTime();
      if (left <= 0 || !pause(news, Math.min(left, settings.poll().toNanos()))) {
        return Wire.Reply.PENDING;
      }
    }
  }

  private Optional<Wire.Reply> reply(Conversation in, String messageId) {
    return outcome(in, messageId)
        .filter(outcome -> CODES.contains(outcome) || lives(in))
        .map(
            outcome ->
                Wire.Reply.of(
                    // The desk has endings of its own for what it could not read.
                    CODES.contains(outcome) ? outcome : Outcome.FAILED.code(),
                    stores.conversations().turn(in.municipality(), in.id(), messageId)));
  }

  private boolean lives(Conversation in) {
    return stores.conversations().find(in.municipality(), in.id()).isPresent();
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
