package madoguchi.channel.line;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The events of arrivals, each read once for all that is asked of it in its turn. Nothing is held
 * that would not be garbage otherwise: what a resident takes back does not stay here.
 */
final class ReadEvents {

  private static final int PLACES = 256;

  private final AtomicReferenceArray<@Nullable WeakReference<Read>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Read(String payload, ReceivedEvent event) {}

  ReceivedEvent of(String payload) {
    int place = Math.floorMod(payload.hashCode(), PLACES);
    WeakReference<Read> last = places.get(place);
    Read known = last == null ? null : last.get();
    if (known != null && known.payload.equals(payload)) {
      return known.event;
    }
    Read read = new Read(payload, ReceivedEvent.ofPayload(payload));
    places.set(place, new WeakReference<>(read));
    return read.event;
  }
}
