package madoguchi.bot.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox.Acceptance;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Adds rows to the inbox, many in few statements; payloads are sealed. */
final class InboxRows {

  private static final Comparator<Arrival> INSERT_ORDER =
      Comparator.comparing((Arrival a) -> a.municipality().value())
          .thenComparing(Arrival::messageId);

  private static final String ADD =
      """
      INSERT INTO inbox
        (municipality, message_id, conversation_id, channel, sent_at, received_at, payload,
         fingerprint, outcome)
      VALUES (:municipality, :messageId, :conversationId, :channel, :sentAt, :receivedAt, :payload,
         :fingerprint, :outcome)
      ON CONFLICT DO NOTHING""";

  private static final String KNOWN =
      """
      SELECT conversation_id, fingerprint FROM inbox
      WHERE municipality = :municipality AND message_id = :messageId""";

  private final ConversationKeys keys;

  InboxRows(ConversationKeys keys) {
    this.keys = keys;
  }

  /** For what a sealed payload is meant. */
  static String kind(String messageId) {
    return "inbox " + messageId;
  }

  /**
   * Locks the conversations first, then adds what is new; one result for each, in order.
   *
   * @param begun conversations whose rows are locked and say that something waits
   */
  List<Acceptance> store(Handle handle, List<Arrival> arrivals, Set<Place> begun) {
    SortedMap<Place, Instant> since =
        arrivals.stream()
            .filter(arrival -> !begun.contains(place(arrival)))
            .collect(
                toMap(InboxRows::place, Arrival::receivedAt, InboxRows::earlier, TreeMap::new));
    Set<Place> noted = WaitingSince.note(handle, since);
    Set<Place> living = new HashSet<>(begun);
    living.addAll(noted);
    noted.stream()
        .collect(groupingBy(Place::municipality, mapping(Place::conversationId, toList())))
        .forEach((town, conversations) -> keys.recall(handle, town, conversations));
    List<Integer> order =
        IntStream.range(0, arrivals.size())
            .boxed()
            .sorted(Comparator.comparing(arrivals::get, INSERT_ORDER))
            .toList();
    PreparedBatch batch = handle.prepareBatch(ADD);
    Map<Integer, byte[]> fingerprints = new HashMap<>();
    for (int i : order) {
      Arrival arrival = arrivals.get(i);
      ConversationKey key = living.contains(place(arrival)) ? key(handle, arrival) : null;
      byte[] fingerprint = key == null ? null : key.fingerprint(arrival.payload());
      if (fingerprint != null) {
        fingerprints.put(i, fingerprint);
      }
      add(batch, arrival, key, fingerprint);
    }
    int[] added = batch.execute();
    List<Acceptance> results =
        new ArrayList<>(Collections.nCopies(arrivals.size(), Acceptance.NEW));
    for (int at = 0; at < added.length; at++) {
      if (added[at] == 0) {
        int i = order.get(at);
        results.set(i, compare(handle, arrivals.get(i), fingerprints.get(i)));
      }
    }
    return List.copyOf(results);
  }

  private ConversationKey key(Handle handle, Arrival arrival) {
    return keys.obtain(handle, arrival.municipality(), arrival.conversationId());
  }

  /** A message to no living conversation leaves its id, and no words. */
  private void add(
      PreparedBatch batch,
      Arrival arrival,
      @Nullable ConversationKey key,
      byte @Nullable [] fingerprint) {
    batch
        .bind("municipality", arrival.municipality())
        .bind("messageId", arrival.messageId())
        .bind("conversationId", arrival.conversationId())
        .bind("channel", arrival.channel())
        .bind("sentAt", arrival.sentAt())
        .bind("receivedAt", arrival.receivedAt())
        .bind(
            "payload", key == null ? null : key.seal(kind(arrival.messageId()), arrival.payload()))
        .bind("fingerprint", fingerprint)
        .bind("outcome", key == null ? "erased" : null)
        .add();
  }

  private static Place place(Arrival arrival) {
    return new Place(arrival.municipality(), arrival.conversationId());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Acceptance compare(Handle handle, Arrival arrival, byte @Nullable [] fingerprint) {
    boolean same =
        handle
            .createQuery(KNOWN)
            .bind("municipality", arrival.municipality())
            .bind("messageId", arrival.messageId())
            .map(
                (row, context) ->
                    row.getString("conversation_id").equals(arrival.conversationId())
                        && agree(row.getBytes("fingerprint"), fingerprint))
            .one();
    return same ? Acceptance.REPEATED : Acceptance.CONFLICT;
  }

  /** Once erased nothing is left to compare: the id alone says that it was there before. */
  private static boolean agree(byte @Nullable [] first, byte @Nullable [] second) {
    return first == null || second == null || MessageDigest.isEqual(first, second);
  }
}
