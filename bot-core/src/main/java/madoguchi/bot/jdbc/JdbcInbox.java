package madoguchi.bot.jdbc;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** The order in which locks are taken, so that no two calls wait for each other. */
  private static final Comparator<Arrival> LOCK_ORDER =
      Comparator.comparing((Arrival a) -> a.municipality().value())
          .thenComparing(Arrival::conversationId);

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

  @Override
  public List<Acceptance> accept(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    return jdbi.inTransaction(handle -> accept(handle, arrivals));
  }

  private List<Acceptance> accept(Handle handle, List<Arrival> arrivals) {
    arrivals.stream()
        .sorted(LOCK_ORDER)
        .forEach(a -> WaitingSince.note(handle, a.municipality(), a.conversationId(), a.sentAt()));
    List<Acceptance> results =
        new ArrayList<>(Collections.nCopies(arrivals.size(), Acceptance.NEW));
    IntStream.range(0, arrivals.size())
        .boxed()
        .sorted(Comparator.comparing(arrivals::get, INSERT_ORDER))
        .forEach(i -> results.set(i, accept(handle, arrivals.get(i))));
    return List.copyOf(results);
  }

  private Acceptance accept(Handle handle, Arrival arrival) {
    // Without its conversation a message has no key: its id is kept, its words are not.
    @Nullable ConversationKey key =
        ConversationLock.take(handle, arrival.municipality(), arrival.conversationId())
            .map(lock -> keys.obtain(handle, arrival.municipality(), arrival.conversationId()))
            .orElse(null);
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
