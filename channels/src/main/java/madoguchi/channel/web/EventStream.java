package madoguchi.channel.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.HandoffState;
import madoguchi.bot.post.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.FluxSink;

/**
 * One open stream of events: looks at its conversation on every signal, and at each poll for
 * signals that were lost, and writes what is new. Writes no faster than the other side reads.
 */
final class EventStream implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private final Stores stores;
  private final Signals signals;
  private final WebSettings settings;
  private final Semaphore turnstile;
  private final Conversation opened;
  private final FluxSink<ServerSentEvent<Object>> sink;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean ended;
  private long last;
  private Wire.@Nullable State told;
  private boolean typing;
  private long lastComment = System.nanoTime();

  /**
   * A stream of what comes after a line.
   *
   * @param turnstile lets few streams look at a time, so that the stores stay free for answers
   * @param after the number of the last line that the other side has
   */
  EventStream(
      Stores stores,
      Signals signals,
      WebSettings settings,
      Semaphore turnstile,
      Conversation opened,
      long after,
      FluxSink<ServerSentEvent<Object>> sink) {
    this.stores = stores;
    this.signals = signals;
    this.settings = settings;
    this.turnstile = turnstile;
    this.opened = opened;
    this.last = after;
    this.sink = sink;
  }

  /** Until the other side leaves, the conversation is erased, or the server stops. */
  @Override
  public void run() {
    sink.onRequest(more -> news.release());
    try (Signals.Registration listening =
        signals.listen(opened.municipality(), opened.id(), news::release)) {
      boolean signalled = true;
      while (!ended && lookInTurn(signalled)) {
        comment();
        signalled = news.tryAcquire(pause(), TimeUnit.NANOSECONDS);
        news.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException storage) {
      // The browser comes back with the last number it has.
      LOG.warn("a stream of events ended: {}", storage.getClass().getName());
    } finally {
      sink.complete();
    }
  }

  /** Ends soon; may be called more than once. */
  void end() {
    ended = true;
    news.release();
  }

  private boolean lookInTurn(boolean signalled) throws InterruptedException {
    turnstile.acquire();
    try {
      return look(signalled);
    } finally {
      turnstile.release();
    }
  }

  /** False once the conversation is erased. */
  private boolean look(boolean signalled) {
    Optional<Conversation> now = stores.conversations().find(opened.municipality(), opened.id());
    if (now.isEmpty()) {
      return false;
    }
    tellState(now.get());
    boolean all = tellLines();
    // Only a signal begins the sign: so a quiet stream costs two look-ups a second, not three.
    boolean working =
        (signalled || typing)
            && all
            && now.get().state() != ConversationState.STAFF
            && stores.inbox().waits(opened.municipality(), opened.id());
    if (working && !typing && isRead()) {
      sink.next(ServerSentEvent.<Object>builder(new Wire.Typing()).event("typing").build());
    }
    typing = working;
    return true;
  }

  private void tellState(Conversation now) {
    Wire.State state = Wire.State.of(now.state(), place(now));
    if (!state.equals(told) && isRead()) {
      sink.next(ServerSentEvent.<Object>builder(state).event("state").build());
      told = state;
    }
  }

  /** True when nothing is left to tell. */
  private boolean tellLines() {
    List<Utterance> lines = stores.conversations().after(opened.municipality(), opened.id(), last);
    for (Utterance line : lines) {
      if (!isRead()) {
        return false;
      }
      sink.next(
          ServerSentEvent.<Object>builder(Wire.Line.of(line))
              .id(Long.toString(line.number()))
              .event("message")
              .build());
      last = line.number();
    }
    if (!lines.isEmpty()) {
      // There may be more than one look brings.
      news.release();
    }
    return true;
  }

  /** Until the next poll or comment, whichever is sooner. */
  private long pause() {
    long untilComment = settings.heartbeat().toNanos() - (System.nanoTime() - lastComment);
    return Math.clamp(untilComment, 0, settings.poll().toNanos());
  }

  private void comment() {
    if (System.nanoTime() - lastComment < settings.heartbeat().toNanos()) {
      return;
    }
    // Who does not read gets none, and is not asked again before the next one is due.
    lastComment = System.nanoTime();
    if (isRead()) {
      sink.next(ServerSentEvent.builder().comment("♡").build());
    }
  }

  private boolean isRead() {
    return sink.requestedFromDownstream() > 0;
  }

  private @Nullable Integer place(Conversation now) {
    if (now.state() != ConversationState.WAITING) {
      return null;
    }
    List<Handoff> waiting =
        stores.handoffs().pending(now.municipality()).stream()
            .filter(handoff -> handoff.state() == HandoffState.WAITING)
            .toList();
    return waiting.stream()
        .filter(handoff -> handoff.conversationId().equals(now.id()))
        .findFirst()
        .map(own -> placeOf(own, waiting))
        .orElse(null);
  }

  private static int placeOf(Handoff own, List<Handoff> waiting) {
    List<Handoff> queue =
        waiting.stream().filter(h -> Objects.equals(h.department(), own.department())).toList();
    return IntStream.range(0, queue.size())
            .filter(at -> queue.get(at).id().equals(own.id()))
            .findFirst()
            .orElse(0)
        + 1;
  }
}
