package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** An outbox in the database; payloads are sealed, and dropped once nobody may send them. */
final class JdbcOutbox implements Outbox {

  private static final String ADD =
      """
      INSERT INTO outbox
        (municipality, id, conversation_id, epoch, channel, created_at, expires_at, payload,
         state, attempts, note)
      VALUES (:municipality, :id, :conversationId, :epoch, :channel, :createdAt, :expiresAt,
         :payload, :state, :attempts, :note)""";

  private static final String COLUMNS =
      """
      SELECT o.municipality, o.id, o.conversation_id, o.epoch, o.channel, o.created_at,
        o.expires_at, o.payload, o.state, o.attempts, o.note
      FROM outbox o\s""";

  /** State by state: for a list of them H2 reads every row that there is, settled or not. */
  private static final String IN_EITHER =
      COLUMNS
          + "WHERE %1$s AND o.state = '%2$s' UNION ALL "
          + COLUMNS
          + "WHERE %1$s AND o.state = '%3$s'";

  /** A union within: one by itself H2 would parse each time. */
  static final String PENDING =
      "SELECT * FROM ("
          + IN_EITHER.formatted(
              """
              o.municipality = :municipality AND o.conversation_id = :conversationId
                AND o.payload IS NOT NULL""",
              "READY",
              "TRYING")
          + ") pending ORDER BY created_at, id LIMIT 1";

  static final String TROUBLED =
      IN_EITHER.formatted("o.municipality = :municipality", "GIVEN_UP", "AMBIGUOUS")
          + " ORDER BY created_at DESC, id DESC LIMIT :limit";

  static final String TROUBLE =
      """
      SELECT 1 FROM outbox
      WHERE municipality = :municipality AND state = 'GIVEN_UP' AND created_at > :after
      UNION ALL
      SELECT 1 FROM outbox
      WHERE municipality = :municipality AND state = 'AMBIGUOUS' AND created_at > :after
      LIMIT 1""";

  private static final String MOVE =
      """
      UPDATE outbox
      SET state = :state, attempts = attempts + :tries, note = :note,
        payload = CASE WHEN :keep THEN payload ELSE NULL END
      WHERE municipality = :municipality AND id = :id AND state IN ('READY', 'TRYING')""";

  private final Jdbi jdbi;
  private final ConversationKeys keys;

  JdbcOutbox(Jdbi jdbi, ConversationKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
  }

  @Override
  public void add(Dispatch dispatch) {
    jdbi.useTransaction(
        handle -> {
          if (WaitingSince.note(
              handle, dispatch.municipality(), dispatch.conversationId(), dispatch.createdAt())) {
            insert(handle, dispatch);
          }
        });
  }

  private void insert(Handle handle, Dispatch dispatch) {
    ConversationKey key = keys.obtain(handle, dispatch.municipality(), dispatch.conversationId());
    handle
        .createUpdate(ADD)
        .bind("municipality", dispatch.municipality())
        .bind("id", dispatch.id())
        .bind("conversationId", dispatch.conversationId())
        .bind("epoch", dispatch.epoch())
        .bind("channel", dispatch.channel())
        .bind("createdAt", dispatch.createdAt())
        .bind("expiresAt", dispatch.expiresAt())
        .bind("payload", key.seal(kind(dispatch.id()), dispatch.payload()))
        .bind("state", dispatch.state().name())
        .bind("attempts", dispatch.attempts())
        .bind("note", dispatch.note())
        .execute();
  }

  @Override
  public Optional<Dispatch> next(Lease lease) {
    return jdbi.withHandle(
        handle ->
            keys.find(handle, lease.municipality(), lease.conversationId())
                .flatMap(
                    key ->
                        handle
                            .createQuery(PENDING)
                            .bind("municipality", lease.municipality())
                            .bind("conversationId", lease.conversationId())
                            .map((row, context) -> read(row, key))
                            .findOne()));
  }

  @Override
  public boolean trying(Dispatch dispatch) {
    return jdbi.inTransaction(
        handle -> {
          boolean current =
              ConversationLock.take(handle, dispatch.municipality(), dispatch.conversationId())
                  .filter(locked -> locked.epoch() == dispatch.epoch())
                  .isPresent();
          SendState next = current ? SendState.TRYING : SendState.CANCELLED;
          return move(handle, dispatch, next, current ? 1 : 0, "") && current;
        });
  }

  @Override
  public void settle(Dispatch dispatch, SendState state, String note) {
    jdbi.useHandle(handle -> move(handle, dispatch, state, 0, note));
  }

  @Override
  public List<Dispatch> troubled(MunicipalityCode municipality, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TROUBLED)
                .bind("municipality", municipality)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        read(
                            row,
                            keys.find(handle, municipality, row.getString("conversation_id"))
                                .orElse(null)))
                .list());
  }

  @Override
  public boolean hasTrouble(MunicipalityCode municipality, Instant after) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TROUBLE)
                .bind("municipality", municipality)
                .bind("after", after)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Optional<Dispatch> releaseAmbiguous(MunicipalityCode municipality, String id) {
    return jdbi.inTransaction(
        handle ->
            Release.candidate(handle, municipality, id)
                .flatMap(
                    conversationId ->
                        handle
                            .createQuery(COLUMNS + Release.AMBIGUOUS)
                            .bind("municipality", municipality)
                            .bind("id", id)
                            .map(
                                (row, context) ->
                                    read(
                                        row,
                                        keys.find(handle, municipality, conversationId)
                                            .orElse(null)))
                            .findOne())
                .filter(dispatch -> !dispatch.payload().isEmpty())
                .map(dispatch -> Release.begin(handle, dispatch)));
  }

  @Override
  public void settleReleased(
      MunicipalityCode municipality, String id, boolean arrived, String note) {
    jdbi.useHandle(handle -> Release.settle(handle, municipality, id, arrived, note));
  }

  private static boolean move(
      Handle handle, Dispatch dispatch, SendState state, int tries, String note) {
    return handle
            .createUpdate(MOVE)
            .bind("state", state.name())
            .bind("tries", tries)
            .bind("note", note)
            .bind("keep", state.mayStillBeSent())
            .bind("municipality", dispatch.municipality())
            .bind("id", dispatch.id())
            .execute()
        == 1;
  }

  private static Dispatch read(ResultSet row, @Nullable ConversationKey key) throws SQLException {
    String id = row.getString("id");
    byte[] payload = row.getBytes("payload");
    return new Dispatch(
        Database.municipality(row),
        id,
        row.getString("conversation_id"),
        row.getLong("epoch"),
        row.getString("channel"),
        Database.instant(row, "created_at"),
        Database.instant(row, "expires_at"),
        key == null || payload == null ? "" : key.open(kind(id), payload),
        SendState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("note"));
  }

  private static String kind(String id) {
    return "outbox " + id;
  }
}
