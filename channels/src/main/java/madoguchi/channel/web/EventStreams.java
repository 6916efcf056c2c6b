package madoguchi.channel.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.post.Signals;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The open streams of events. Each has a virtual thread of its own, which costs a few kilobytes
 * while it waits: thousands fit into a small heap, and each reads like plain code.
 */
final class EventStreams {

  /** So many streams look into the stores at the same time. */
  private static final int TURNSTILE = 4;

  private final Stores stores;
  private final Signals signals;
  private final WebSettings settings;
  private final Semaphore turnstile = new Semaphore(TURNSTILE);
  private final Map<String, Set<EventStream>> open = new ConcurrentHashMap<>();
  private final Places places;
  private final StreamWatch watch;
  private volatile boolean closed;

  EventStreams(Stores stores, Signals signals, WebSettings settings) {
    this.stores = stores;
    this.signals = signals;
    this.settings = settings;
    this.places = new Places(stores.handoffs(), settings.poll());
    this.watch = new StreamWatch(stores.conversations(), places, settings.poll(), open::values);
  }

  /** What comes after that line, until the reader leaves; 429 when too many read along. */
  Flux<ServerSentEvent<Object>> of(Conversation conversation, long after) {
    return Flux.create(sink -> begin(conversation, after, sink));
  }

  /** What a stream would tell of who speaks. */
  Wire.State state(Conversation now) {
    return Wire.State.of(
        now.state(), now.state() == ConversationState.WAITING ? places.of(now).orElse(null) : null);
  }

  /** Ends all streams; the browsers come back, to this server or to its successor. */
  void close() {
    closed = true;
    open.values().forEach(streams -> streams.forEach(EventStream::end));
  }

  private void begin(
      Conversation conversation, long after, FluxSink<ServerSentEvent<Object>> sink) {
    EventStream stream =
        new EventStream(stores, signals, settings, turnstile, places, conversation, after, sink);
    String key = conversation.municipality().value() + ' ' + conversation.id();
    Set<EventStream> beside =
        open.compute(
            key,
            (k, present) -> {
              Set<EventStream> streams = present == null ? ConcurrentHashMap.newKeySet() : present;
              if (streams.size() < settings.streamsPerConversation()) {
                streams.add(stream);
              }
              return streams;
            });
    if (!beside.contains(stream)) {
      sink.error(WebProblem.tooMany("too-many-streams", settings.heartbeat().toSeconds()));
      return;
    }
    sink.onDispose(
        () -> {
          stream.end();
          open.computeIfPresent(
              key,
              (k, streams) -> {
                streams.remove(stream);
                return streams.isEmpty() ? null : streams;
              });
        });
    if (closed) {
      sink.complete();
      return;
    }
    Thread.ofVirtual().name("events").start(stream);
    watch.rouse();
  }
}
