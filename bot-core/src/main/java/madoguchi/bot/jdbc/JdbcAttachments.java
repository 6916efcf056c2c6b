package madoguchi.bot.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.AttachmentState;
import madoguchi.bot.attachment.Attachments;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Attachments in the database, in sealed parts: so none is ever whole on the heap, and H2's limit
 * for a column does not matter.
 */
final class JdbcAttachments implements Attachments {

  private final Jdbi jdbi;
  private final ConversationKeys keys;

  JdbcAttachments(Jdbi jdbi, ConversationKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
  }

  @Override
  public void expect(Attachment a) {
    jdbi.useTransaction(
        handle -> {
          if (ConversationLock.take(handle, a.municipality(), a.conversationId()).isPresent()) {
            ConversationKey key = keys.obtain(handle, a.municipality(), a.conversationId());
            of(handle.createUpdate(AttachmentSql.ADD), a)
                .bind("kind", a.kind())
                .bind("name", key.seal(kind(a.id(), "name"), a.name()))
                .bind("sentAt", a.sentAt())
                .bind("expiresAt", a.expiresAt())
                .execute();
          }
        });
  }

  @Override
  public void store(Attachment a, String mediaType, InputStream bytes) throws IOException {
    jdbi.<IOException>useTransaction(
        handle -> {
          // The row is locked first, so that whoever takes the message back waits and then finds
          // it.
          Optional<ConversationKey> key =
              keys.find(handle, a.municipality(), a.conversationId())
                  .filter(found -> move(handle, a, AttachmentState.STORED, mediaType));
          if (key.isPresent()) {
            write(handle, a, key.get(), bytes);
          }
        });
  }

  private static void write(Handle handle, Attachment a, ConversationKey key, InputStream bytes)
      throws IOException {
    long length = 0;
    int number = 0;
    for (byte[] part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
      of(handle.createUpdate(AttachmentSql.ADD_PART), a)
          .bind("number", number)
          .bind("content", key.sealBytes(kind(a.id(), "part " + number), part))
          .execute();
      number++;
      length += part.length;
    }
    of(handle.createUpdate("UPDATE attachment SET length = :length" + AttachmentSql.ONE), a)
        .bind("length", length)
        .execute();
  }

  @Override
  public void fail(Attachment a, AttachmentState why) {
    jdbi.useHandle(handle -> move(handle, a, why, ""));
  }

  @Override
  public List<Attachment> of(MunicipalityCode municipality, String conversationId) {
    return jdbi.withHandle(
        handle -> {
          ConversationKey key = keys.find(handle, municipality, conversationId).orElse(null);
          return handle
              .createQuery(AttachmentSql.COLUMNS + AttachmentSql.OF)
              .bind("municipality", municipality)
              .bind("conversationId", conversationId)
              .map((row, context) -> read(row, key))
              .list();
        });
  }

  @Override
  public Optional<Attachment> find(
      MunicipalityCode municipality, String conversationId, String id) {
    return jdbi.withHandle(
        handle -> {
          ConversationKey key = keys.find(handle, municipality, conversationId).orElse(null);
          return handle
              .createQuery(AttachmentSql.COLUMNS + AttachmentSql.ONE)
              .bind("municipality", municipality)
              .bind("conversationId", conversationId)
              .bind("id", id)
              .map((row, context) -> read(row, key))
              .findOne();
        });
  }

  /** In a short use of a connection: the reader may be slow. */
  @Override
  public Optional<byte[]> part(Attachment a, int number) {
    return jdbi.withHandle(
        handle ->
            keys.find(handle, a.municipality(), a.conversationId())
                .flatMap(
                    key ->
                        of(handle.createQuery(AttachmentSql.CONTENT), a)
                            .bind("number", number)
                            .mapTo(byte[].class)
                            .findOne()
                            .map(bytes -> key.openBytes(kind(a.id(), "part " + number), bytes))));
  }

  @Override
  public int expire(MunicipalityCode municipality, Instant now) {
    return jdbi.inTransaction(handle -> AttachmentExpiry.of(handle, municipality, now));
  }

  private static boolean move(Handle handle, Attachment a, AttachmentState state, String type) {
    return of(handle.createUpdate(AttachmentSql.MOVE), a)
            .bind("state", state.name())
            .bind("mediaType", type)
            .execute()
        == 1;
  }

  private static <S extends SqlStatement<S>> S of(S statement, Attachment a) {
    return statement
        .bind("municipality", a.municipality())
        .bind("conversationId", a.conversationId())
        .bind("id", a.id());
  }

  private static Attachment read(ResultSet row, @Nullable ConversationKey key) throws SQLException {
    String id = row.getString("id");
    return new Attachment(
        Database.municipality(row),
        row.getString("conversation_id"),
        id,
        row.getString("kind"),
        key == null ? "" : key.open(kind(id, "name"), row.getBytes("name")),
        row.getString("media_type"),
        row.getLong("length"),
        AttachmentState.valueOf(row.getString("state")),
        Database.instant(row, "sent_at"),
        Database.instant(row, "expires_at"));
  }

  private static String kind(String id, String what) {
    return "attachment " + id + ' ' + what;
  }
}
