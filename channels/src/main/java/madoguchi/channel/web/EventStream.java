package madoguchi.channel.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Standing;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.post.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.FluxSink;

/**
 * One open stream of events: looks at its conversation on every signal, and when {@link
 * StreamWatch} has seen something whose signal was lost, and writes what is new. Writes no faster
 * than the other side reads.
 */
final class EventStream implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private final Stores stores;
  private final Signals signals;
  private final WebSettings settings;
  private final Semaphore turnstile;
  private final Places places;
  private final Conversation opened;
  private final FluxSink<ServerSentEvent<Object>> sink;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean ended;
  private volatile long last;
  private volatile Wire.@Nullable State told;
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
      Places places,
      Conversation opened,
      long after,
      FluxSink<ServerSentEvent<Object>> sink) {
    this.stores = stores;
    this.signals = signals;
    this.settings = settings;
    this.turnstile = turnstile;
    this.places = places;
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
      while (!ended && (!signalled || lookInTurn())) {
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

  /** The one that it tells of, as it was when it was opened. */
  Conversation conversation() {
    return opened;
  }

  /**
   * Has a look when that is news.
   *
   * @param standing null once the conversation is erased
   */
  void see(@Nullable Standing standing, Places queue) {
    if (standing == null || isRead() && isNews(standing, queue)) {
      news.release();
    }
  }

  private boolean isNews(Standing standing, Places queue) {
    Integer place =
        standing.state() == ConversationState.WAITING
            ? queue.of(opened.municipality(), opened.id()).orElse(null)
            : null;
    return standing.lastNumber() > last || !Wire.State.of(standing.state(), place).equals(told);
  }

  /** Ends soon; may be called more than once. */
  void end() {
    ended = true;
    news.release();
  }

  private boolean lookInTurn() throws InterruptedException {
    turnstile.acquire();
    try {
      return look();
    } finally {
      turnstile.release();
    }
  }

  /** False once the conversation is erased. */
  private boolean look() {
    Optional<Conversation> now = stores.conversations().find(opened.municipality(), opened.id());
    if (now.isEmpty()) {
      return false;
    }
    tellState(now.get());
    boolean all = tellLines();
    boolean working =
        all
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

  /** Until the next comment. */
  private long pause() {
    return Math.max(0, settings.heartbeat().toNanos() - (System.nanoTime() - lastComment));
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
    return now.state() == ConversationState.WAITING ? places.of(now).orElse(null) : null;
  }
}
