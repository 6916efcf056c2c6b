package madoguchi.channel.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.HandoffState;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.municipality.MunicipalityCode;

/** Who waits at which place of their department's queue; read once for all who want to know. */
final class Places {

  /** Who has just begun to wait may not be in what was read a moment ago. */
  private static final long TOO_YOUNG = Duration.ofMillis(50).toNanos();

  private final Handoffs handoffs;
  private final long fresh;
  private final Map<MunicipalityCode, Read> known = new ConcurrentHashMap<>();

  private record Read(long at, Map<String, Integer> places) {}

  /**
   * Over the cases.
   *
   * @param fresh what was read within this time is good enough
   */
  Places(Handoffs handoffs, Duration fresh) {
    this.handoffs = handoffs;
    this.fresh = fresh.toNanos();
  }

  /** The place, counted from 1; empty when it does not wait. */
  Optional<Integer> of(Conversation waiting) {
    return of(waiting.municipality(), waiting.id());
  }

  Optional<Integer> of(MunicipalityCode municipality, String conversationId) {
    Read read =
        known.compute(
            municipality,
            (town, before) -> {
              long age = before == null ? Long.MAX_VALUE : System.nanoTime() - before.at;
              boolean good =
                  before != null
                      && age < fresh
                      && (before.places.containsKey(conversationId) || age < TOO_YOUNG);
              return good ? before : read(town);
            });
    return Optional.ofNullable(read.places.get(conversationId));
  }

  private Read read(MunicipalityCode town) {
    List<Handoff> pending = handoffs.pending(town);
    Map<String, Integer> last = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (Handoff handoff : pending) {
      if (handoff.state() == HandoffState.WAITING) {
        String queue = handoff.department() == null ? "" : handoff.department();
        places.put(handoff.conversationId(), last.merge(queue, 1, Integer::sum));
      }
    }
    return new Read(System.nanoTime(), Map.copyOf(places));
  }
}
