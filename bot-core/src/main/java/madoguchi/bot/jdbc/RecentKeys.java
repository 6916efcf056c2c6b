package madoguchi.bot.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of conversations that were used within a minute, unwrapped. An erasure by another node needs
 * not be known here: it takes along all that a key could open, and nothing is sealed for a
 * conversation whose row is gone.
 */
final class RecentKeys {

  private static final long FRESH = Duration.ofMinutes(1).toNanos();
  private static final int MOST = 8_192;

  /** No transaction lasts longer. */
  private static final long DOUBT = Duration.ofMinutes(2).toNanos();

  private final Map<Place, Remembered> keys = new ConcurrentHashMap<>();
  private final Map<Place, Long> doubtful = new ConcurrentHashMap<>();

  private record Remembered(ConversationKey key, long since) {

    boolean isFresh() {
      return System.nanoTime() - since < FRESH;
    }
  }

  Optional<ConversationKey> find(Place place) {
    return Optional.ofNullable(keys.get(place)).filter(Remembered::isFresh).map(Remembered::key);
  }

  ConversationKey remember(Place place, ConversationKey key) {
    if (isDoubtful(place)) {
      return key;
    }
    if (keys.size() >= MOST) {
      keys.values().removeIf(remembered -> !remembered.isFresh());
      if (keys.size() >= MOST) {
        keys.clear();
      }
    }
    keys.put(place, new Remembered(key, System.nanoTime()));
    return key;
  }

  void forget(Place place) {
    keys.remove(place);
  }

  /** A transaction that may be undone makes a key there: for a while none is remembered. */
  void doubt(Place place) {
    long now = System.nanoTime();
    doubtful.values().removeIf(since -> now - since > DOUBT);
    doubtful.put(place, now);
    forget(place);
  }

  private boolean isDoubtful(Place place) {
    Long since = doubtful.get(place);
    return since != null && System.nanoTime() - since <= DOUBT;
  }
}
