package madoguchi.channel.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once in a while, for all open streams together, whether there is news whose signal was
 * lost: one query over all their conversations, however many streams there are. Rests when none is
 * open.
 */
final class StreamWatch {

  private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);

  private final Conversations conversations;
  private final Places places;
  private final Duration period;
  private final Supplier<? extends Collection<Set<EventStream>>> open;
  private final AtomicBoolean watching = new AtomicBoolean();

  StreamWatch(
      Conversations conversations,
      Places places,
      Duration period,
      Supplier<? extends Collection<Set<EventStream>>> open) {
    this.conversations = conversations;
    this.places = places;
    this.period = period;
    this.open = open;
  }

  /** A stream was opened. */
  void rouse() {
    if (watching.compareAndSet(false, true)) {
      Thread.ofVirtual().name("stream-watch").start(this::watch);
    }
  }

  private void watch() {
    while (!open.get().isEmpty()) {
      LockSupport.parkNanos(period.toNanos());
      try {
        look(open.get().stream().flatMap(Set::stream).toList());
      } catch (RuntimeException storage) {
        LOG.warn("open streams could not be looked after: {}", storage.getClass().getName());
      }
    }
    watching.set(false);
    if (!open.get().isEmpty()) {
      rouse();
    }
  }

  private void look(List<EventStream> streams) {
    streams.stream()
        .collect(groupingBy(stream -> stream.conversation().municipality()))
        .forEach(
            (town, some) -> {
              List<String> ids =
                  some.stream().map(stream -> stream.conversation().id()).distinct().toList();
              Map<String, Standing> standings = conversations.standings(town, ids);
              for (EventStream stream : some) {
                Conversation conversation = stream.conversation();
                stream.see(standings.get(conversation.id()), places);
              }
            });
  }
}
