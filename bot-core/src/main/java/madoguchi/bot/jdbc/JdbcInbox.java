package madoguchi.bot.jdbc;

import static java.util.stream.Collectors.toMap;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** An inbox in the database; payloads are sealed, and dropped once dealt with. */
final class JdbcInbox implements Inbox {

  private static final Comparator<Arrival> INSERT_ORDER =
      Comparator.comparing((Arrival a) -> a.municipality().value())
          .thenComparing(Arrival::messageId);

  private static final String ADD =
      """
      INSERT INTO inbox
        (municipality, message_id, conversation_id, channel, sent_at, received_at, payload,
         fingerprint, outcome)
      VALUES (:municipality, :messageId, :conversationId, :channel, :sentAt, :now, :payload,
         :fingerprint, :outcome)
      ON CONFLICT DO NOTHING""";

  private static final String KNOWN =
      """
      SELECT conversation_id, fingerprint FROM inbox
      WHERE municipality = :municipality AND message_id = :messageId""";

  private static final String NEXT =
      """
      SELECT municipality, conversation_id, message_id, channel, sent_at, payload FROM inbox
      WHERE municipality = :municipality AND conversation_id = :conversationId
        AND outcome IS NULL AND payload IS NOT NULL
      ORDER BY sent_at, message_id LIMIT 1""";

  private static final String DONE =
      """
      UPDATE inbox SET outcome = :outcome, payload = NULL
      WHERE municipality = :municipality AND message_id = :messageId""";

  private static final String OUTCOME =
      """
      SELECT outcome FROM inbox
      WHERE municipality = :municipality AND message_id = :messageId AND outcome IS NOT NULL""";

  private final Jdbi jdbi;
  private final ConversationKeys keys;
  private final Clock clock;

  JdbcInbox(Jdbi jdbi, ConversationKeys keys, Clock clock) {
    this.jdbi = jdbi;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A conversation; in the order in which locks are taken, so that no two calls wait for each
   * other.
   */
  private record Place(MunicipalityCode municipality, String conversationId)
      implements Comparable<Place> {

    static Place of(Arrival arrival) {
      return new Place(arrival.municipality(), arrival.conversationId());
    }

    @Override
    public int compareTo(Place other) {
      int town = municipality.value().compareTo(other.municipality.value());
      return town == 0 ? conversationId.compareTo(other.conversationId) : town;
    }
  }

  @Override
  public List<Acceptance> accept(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    return jdbi.inTransaction(handle -> accept(handle, arrivals));
  }

  private List<Acceptance> accept(Handle handle, List<Arrival> arrivals) {
    Map<Place, ConversationKey> keys = new HashMap<>();
    arrivals.stream()
        .collect(toMap(Place::of, Arrival::sentAt, JdbcInbox::earlier, TreeMap::new))
        .forEach((place, since) -> lock(handle, place, since).ifPresent(k -> keys.put(place, k)));
    List<Acceptance> results =
        new ArrayList<>(Collections.nCopies(arrivals.size(), Acceptance.NEW));
    IntStream.range(0, arrivals.size())
        .boxed()
        .sorted(Comparator.comparing(arrivals::get, INSERT_ORDER))
        .forEach(
            i -> {
              Arrival arrival = arrivals.get(i);
              results.set(i, insert(handle, arrival, keys.get(Place.of(arrival))));
            });
    return List.copyOf(results);
  }

  /** Empty when there is no such conversation: its messages leave their ids, and no words. */
  private Optional<ConversationKey> lock(Handle handle, Place place, Instant since) {
    return WaitingSince.note(handle, place.municipality, place.conversationId, since)
        ? Optional.of(keys.obtain(handle, place.municipality, place.conversationId))
        : Optional.empty();
  }

  private Acceptance insert(Handle handle, Arrival arrival, @Nullable ConversationKey key) {
    byte[] fingerprint = key == null ? null : key.fingerprint(arrival.payload());
    int added =
        handle
            .createUpdate(ADD)
            .bind("municipality", arrival.municipality())
            .bind("messageId", arrival.messageId())
            .bind("conversationId", arrival.conversationId())
            .bind("channel", arrival.channel())
            .bind("sentAt", arrival.sentAt())
            .bind("now", clock.instant())
            .bind(
                "payload",
                key == null ? null : key.seal(kind(arrival.messageId()), arrival.payload()))
            .bind("fingerprint", fingerprint)
            .bind("outcome", key == null ? "erased" : null)
            .execute();
    return added == 1 ? Acceptance.NEW : compare(handle, arrival, fingerprint);
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

  @Override
  public Optional<Arrival> next(Lease lease) {
    return jdbi.withHandle(
        handle ->
            keys.find(handle, lease.municipality(), lease.conversationId())
                .flatMap(
                    key ->
                        handle
                            .createQuery(NEXT)
                            .bind("municipality", lease.municipality())
                            .bind("conversationId", lease.conversationId())
                            .map((row, context) -> read(row, key))
                            .findOne()));
  }

  @Override
  public void done(MunicipalityCode municipality, String messageId, String outcome) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(DONE)
                .bind("municipality", municipality)
                .bind("messageId", messageId)
                .bind("outcome", outcome)
                .execute());
  }

  @Override
  public Optional<String> outcome(MunicipalityCode municipality, String messageId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OUTCOME)
                .bind("municipality", municipality)
                .bind("messageId", messageId)
                .mapTo(String.class)
                .findOne());
  }

  private static Arrival read(ResultSet row, ConversationKey key) throws SQLException {
    String messageId = row.getString("message_id");
    return new Arrival(
        Database.municipality(row),
        row.getString("conversation_id"),
        messageId,
        row.getString("channel"),
        Database.instant(row, "sent_at"),
        key.open(kind(messageId), row.getBytes("payload")));
  }

  private static String kind(String messageId) {
    return "inbox " + messageId;
  }
}
