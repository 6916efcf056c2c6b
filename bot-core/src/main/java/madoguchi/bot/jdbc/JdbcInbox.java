package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** An inbox in the database; payloads are sealed, and dropped once dealt with. */
final class JdbcInbox implements Inbox {

  private static final String NEXT =
      """
      SELECT municipality, conversation_id, message_id, channel, sent_at, received_at, payload
      FROM inbox
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

  private static final int LARGEST = 256;

  /** So many that wait at once are a burst, before it can be counted. */
  private static final int MANY = 32;

  private static final int MOST_WAITING = 4_096;

  /** LINE listens for two seconds. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final Jdbi jdbi;
  private final ConversationKeys keys;
  private final Openings openings;
  private final InboxRows rows;
  private final Pressure pressure = new Pressure();
  private final GroupCommit<Post, List<Acceptance>> group;

  JdbcInbox(Jdbi jdbi, ConversationKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
    this.openings = new Openings(keys);
    this.rows = new InboxRows(keys);
    this.group = new GroupCommit<>("inbox", LARGEST, MOST_WAITING, PATIENCE, this::together);
  }

  /** What one call brings; either list may be empty. */
  private record Post(List<Arrival> arrivals, List<Letter> letters) {}

  @Override
  public List<Acceptance> accept(List<Arrival> arrivals) {
    return take(new Post(arrivals, List.of()));
  }

  @Override
  public List<Acceptance> receive(List<Letter> letters) {
    return take(new Post(List.of(), letters));
  }

  @Override
  public boolean isPressed() {
    return pressure.isHigh() || group.waiting() >= MANY;
  }

  /** How many calls wait to be stored. */
  int waiting() {
    return group.waiting();
  }

  private List<Acceptance> take(Post post) {
    if (post.arrivals.isEmpty() && post.letters.isEmpty()) {
      return List.of();
    }
    return UnitScope.isOpen() ? together(List.of(post)).getFirst() : group.submit(post);
  }

  private List<List<Acceptance>> together(List<Post> posts) {
    return jdbi.inTransaction(handle -> together(handle, posts));
  }

  private List<List<Acceptance>> together(Handle handle, List<Post> posts) {
    Openings.Opened opened =
        openings.open(handle, posts.stream().flatMap(post -> post.letters.stream()).toList());
    List<Arrival> all = new ArrayList<>();
    for (Post post : posts) {
      all.addAll(post.arrivals);
      post.letters.forEach(
          letter ->
              all.add(letter.in(Objects.requireNonNull(opened.ids().get(Caller.of(letter))))));
    }
    List<Acceptance> results = rows.store(handle, all, opened.begun());
    pressure.note(Collections.frequency(results, Acceptance.NEW));
    List<List<Acceptance>> each = new ArrayList<>();
    int from = 0;
    for (Post post : posts) {
      int to = from + post.arrivals.size() + post.letters.size();
      each.add(results.subList(from, to));
      from = to;
    }
    return each;
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
        Database.instant(row, "received_at"),
        key.open(InboxRows.kind(messageId), row.getBytes("payload")));
  }
}
