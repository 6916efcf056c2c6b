package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Errands in the database; payloads are sealed, and dropped once an errand has ended. */
final class JdbcErrands implements Errands {

  private final Jdbi jdbi;
  private final ConversationKeys keys;
  private final TownKeys towns;

  JdbcErrands(Jdbi jdbi, ConversationKeys keys, TownKeys towns) {
    this.jdbi = jdbi;
    this.keys = keys;
    this.towns = towns;
  }

  @Override
  public void add(Errand errand, Collection<String> mentions) {
    jdbi.useTransaction(
        handle -> {
          boolean lives =
              errand.conversationId().isEmpty()
                  || ConversationLock.take(handle, errand.municipality(), errand.conversationId())
                      .isPresent();
          if (lives) {
            insert(handle, errand, mentions);
          }
        });
  }

  private void insert(Handle handle, Errand errand, Collection<String> mentions) {
    ConversationKey key =
        errand.conversationId().isEmpty()
            ? townKey(errand.municipality())
            : keys.obtain(handle, errand.municipality(), errand.conversationId());
    handle
        .createUpdate(ErrandSql.ADD)
        .bind("municipality", errand.municipality())
        .bind("id", errand.id())
        .bind("kind", errand.kind())
        .bind("conversationId", errand.conversationId())
        .bind("epoch", errand.epoch())
        .bind("createdAt", errand.createdAt())
        .bind("nextAt", errand.nextAt())
        .bind("expiresAt", errand.expiresAt())
        .bind("payload", key.seal(kind(errand.id()), errand.payload()))
        .bind("state", errand.state().name())
        .bind("attempts", errand.attempts())
        .bind("note", errand.note())
        .bind("mentions", mentions.isEmpty() ? "" : mention(String.join(" ", mentions)))
        .execute();
  }

  private static String mention(String named) {
    return ' ' + named + ' ';
  }

  @Override
  public void amend(
      MunicipalityCode municipality, String kind, String mention, UnaryOperator<String> change) {
    jdbi.useTransaction(
        handle ->
            handle
                .createQuery(ErrandSql.COLUMNS + ErrandSql.MENTIONING)
                .bind("municipality", municipality)
                .bind("kind", kind)
                .bind("mention", mention(mention))
                .map((row, context) -> read(row, key(handle, row)))
                .list()
                .forEach(errand -> amend(handle, errand.saying(change.apply(errand.payload())))));
  }

  private void amend(Handle handle, Errand amended) {
    byte[] payload =
        amended.payload().isEmpty()
            ? null
            : key(handle, amended.municipality(), amended.conversationId())
                .map(key -> key.seal(kind(amended.id()), amended.payload()))
                .orElse(null);
    handle
        .createUpdate(ErrandSql.AMEND)
        .bind("payload", payload)
        .bind("state", amended.state().name())
        .bind("municipality", amended.municipality())
        .bind("id", amended.id())
        .execute();
  }

  @Override
  public List<Errand> due(MunicipalityCode municipality, String kind, Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ErrandSql.DUE)
                .bind("municipality", municipality)
                .bind("kind", kind)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> read(row, key(handle, row)))
                .list());
  }

  @Override
  public Optional<Errand> begin(Errand errand, Instant until) {
    return jdbi.inTransaction(
        handle -> {
          int begun =
              handle
                  .createUpdate(ErrandSql.BEGIN)
                  .bind("municipality", errand.municipality())
                  .bind("id", errand.id())
                  .bind("attempts", errand.attempts())
                  .bind("until", until)
                  .execute();
          if (begun == 0) {
            handle
                .createUpdate(ErrandSql.CANCEL)
                .bind("municipality", errand.municipality())
                .bind("id", errand.id())
                .bind("attempts", errand.attempts())
                .execute();
            return Optional.empty();
          }
          return Optional.of(errand.begun(until));
        });
  }

  @Override
  public boolean settle(Errand begun, SendState state, String note, Instant next) {
    boolean ended = state != SendState.TRYING;
    return jdbi.inTransaction(
        handle -> {
          if (ended && !begun.conversationId().isEmpty()) {
            // First, for its end may change other rows of the conversation in the same commit.
            ConversationLock.take(handle, begun.municipality(), begun.conversationId());
          }
          return handle
                  .createUpdate(ErrandSql.SETTLE)
                  .bind("state", state.name())
                  .bind("note", note)
                  .bind("next", next)
                  .bind("ended", ended)
                  .bind("municipality", begun.municipality())
                  .bind("id", begun.id())
                  .bind("attempts", begun.attempts())
                  .execute()
              == 1;
        });
  }

  @Override
  public List<Errand> troubled(MunicipalityCode municipality, String kind, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ErrandSql.TROUBLED)
                .bind("municipality", municipality)
                .bind("kind", kind)
                .bind("limit", limit)
                .map((row, context) -> read(row, null))
                .list());
  }

  @Override
  public int forget(MunicipalityCode municipality, Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(ErrandSql.FORGET)
                .bind("municipality", municipality)
                .bind("before", before)
                .execute());
  }

  private @Nullable ConversationKey key(Handle handle, ResultSet row) throws SQLException {
    return key(handle, Database.municipality(row), row.getString("conversation_id")).orElse(null);
  }

  private Optional<ConversationKey> key(
      Handle handle, MunicipalityCode municipality, String conversationId) {
    return conversationId.isEmpty()
        ? Optional.of(townKey(municipality))
        : keys.find(handle, municipality, conversationId);
  }

  /** No conversation has an empty id. */
  private ConversationKey townKey(MunicipalityCode municipality) {
    return new ConversationKey(new Place(municipality, ""), towns.of(municipality));
  }

  private static Errand read(ResultSet row, @Nullable ConversationKey key) throws SQLException {
    String id = row.getString("id");
    byte[] payload = row.getBytes("payload");
    return new Errand(
        Database.municipality(row),
        id,
        row.getString("kind"),
        row.getString("conversation_id"),
        row.getLong("epoch"),
        Database.instant(row, "created_at"),
        Database.instant(row, "next_at"),
        Database.instant(row, "expires_at"),
        key == null || payload == null ? "" : key.open(kind(id), payload),
        SendState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("note"));
  }

  private static String kind(String id) {
    return "errand " + id;
  }
}
