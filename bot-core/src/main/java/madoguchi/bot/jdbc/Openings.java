package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.post.Letter;
import madoguchi.bot.town.RandomId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Finds the conversations of many citizens in few statements, and begins those that lack one. */
final class Openings {

  private static final String BEGIN =
      """
      INSERT INTO conversation
        (municipality, id, channel, citizen, state, epoch, opened_at, waiting_since)
      VALUES (:municipality, :id, :channel, :citizen, :state, 1, :now, :now)
      ON CONFLICT DO NOTHING""";

  /** Another node may have begun one, and a third erased it already. */
  private static final int ROUNDS = 5;

  private final ConversationKeys keys;

  Openings(ConversationKeys keys) {
    this.keys = keys;
  }

  /**
   * The living conversations of all who wrote.
   *
   * @param begun those of them that were begun now: their rows are locked, and say already that
   *     something waits
   */
  record Opened(Map<Caller, String> ids, Set<Place> begun) {}

  Opened open(Handle handle, Collection<Letter> letters) {
    TreeMap<Caller, Instant> missing = new TreeMap<>();
    letters.forEach(
        letter -> missing.merge(Caller.of(letter), letter.receivedAt(), Openings::earlier));
    Map<Caller, String> ids = new HashMap<>();
    Set<Place> begun = new HashSet<>();
    for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
      ids.putAll(LivingConversations.find(handle, missing.keySet()));
      missing.keySet().removeAll(ids.keySet());
      begin(handle, missing)
          .forEach(
              (caller, id) -> {
                ids.put(caller, id);
                begun.add(new Place(caller.municipality(), id));
              });
      missing.keySet().removeAll(ids.keySet());
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException("a conversation is begun and erased again and again");
    }
    return new Opened(ids, begun);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Those that were begun here and now; not those whom somebody else was quicker to open. */
  private Map<Caller, String> begin(Handle handle, TreeMap<Caller, Instant> callers) {
    if (callers.isEmpty()) {
      return Map.of();
    }
    PreparedBatch batch = handle.prepareBatch(BEGIN);
    List<String> fresh = new ArrayList<>();
    callers.forEach(
        (caller, now) -> {
          fresh.add(RandomId.next());
          batch
              .bind("municipality", caller.municipality())
              .bind("id", fresh.getLast())
              .bind("channel", caller.channel())
              .bind("citizen", caller.citizen().key())
              .bind("state", ConversationState.BOT.name())
              .bind("now", now)
              .add();
        });
    int[] begun = batch.execute();
    Map<Caller, String> ids = new HashMap<>();
    int at = 0;
    for (Caller caller : callers.keySet()) {
      if (begun[at] == 1) {
        ids.put(caller, fresh.get(at));
      }
      at++;
    }
    if (!ids.isEmpty()) {
      keys.create(
          handle,
          ids.entrySet().stream()
              .map(entry -> new Place(entry.getKey().municipality(), entry.getValue()))
              .toList());
    }
    return ids;
  }
}
