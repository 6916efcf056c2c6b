package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.ShowLoadingAnimationRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.town.Municipality;
import madoguchi.channel.line.LineClients.Line;
import madoguchi.municipality.MunicipalityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * LINE's sign that an answer is being thought about. It is shown only where one has not come within
 * a moment, only to single residents, within LINE's rate, and whatever becomes of it never touches
 * the answer.
 */
final class LoadingSign implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoadingSign.class);

  /** LINE takes 100 a second; some are left for other nodes. */
  private static final int A_SECOND = 50;

  /** So many wait at most to be looked at: under a burst the answers themselves come first. */
  private static final int WAITING = 500;

  private final LineClients clients;
  private final Inbox inbox;
  private final Duration moment;
  private final Throttle throttle = new Throttle(A_SECOND);
  private final Map<String, Boolean> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer;

  LoadingSign(LineClients clients, Inbox inbox, Duration moment) {
    this.clients = clients;
    this.inbox = inbox;
    this.moment = moment;
    ThreadFactory quiet = Thread.ofPlatform().daemon().name("loading-sign").factory();
    this.timer = Executors.newSingleThreadScheduledExecutor(quiet);
  }

  /** A message was stored; if it has no answer in a moment, the sign is shown. */
  void expect(Municipality town, ReceivedEvent event) {
    Optional<Integer> seconds = new LineSettings(town).loadingSeconds();
    boolean mayWait =
        event.isForUs()
            && event.isFromOne()
            && (event.type().equals("message") || event.type().equals("postback"));
    String key = key(town.code(), event.messageId());
    if (seconds.isEmpty()
        || !mayWait
        || waiting.size() >= WAITING
        || waiting.putIfAbsent(key, true) != null) {
      return;
    }
    timer.schedule(
        () -> {
          if (waiting.containsKey(key)) {
            Thread.ofVirtual().start(() -> look(town, event, key, seconds.get()));
          }
        },
        moment.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** It has an answer. */
  void answered(MunicipalityCode town, String messageId) {
    waiting.remove(key(town, messageId));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void look(Municipality town, ReceivedEvent event, String key, int seconds) {
    try {
      // Answered by this node; or else, as the storage says, by another.
      if (waiting.remove(key) != null
          && throttle.letsThrough(town.code())
          && inbox.outcome(town.code(), event.messageId()).isEmpty()) {
        clients
            .of(town)
            .filter(line -> line.refusal().get() == 0)
            .ifPresent(l -> show(l, event, seconds));
      }
    } catch (RuntimeException storage) {
      LOG.debug("no loading sign: {}", storage.getClass().getName());
    }
  }

  private static void show(Line line, ReceivedEvent event, int seconds) {
    line.client()
        .showLoadingAnimation(new ShowLoadingAnimationRequest(event.chat(), seconds))
        .whenComplete(
            (shown, failure) -> {
              if (failure != null) {
                LOG.debug("no loading sign: {}", failure.getClass().getName());
              }
            });
  }

  private static String key(MunicipalityCode town, String messageId) {
    return town.value() + ' ' + messageId;
  }
}
