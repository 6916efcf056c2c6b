package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.journal.JournalEntry.Evidence;
import madoguchi.bot.journal.JournalPlace;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A journal in the database; only the masked question is sealed. */
final class JdbcJournal implements Journal {

  private static final String ADD =
      """
      INSERT INTO journal
        (municipality, message_id, conversation_id, channel, asked_at, question, outcome, reason,
         faq_id, evidence, took_micros)
      VALUES (:municipality, :messageId, :conversationId, :channel, :at, :question, :outcome,
         :reason, :faqId, :evidence, :took)
      ON CONFLICT DO NOTHING""";

  /** By the whole index, for H2 reads it backwards only then; else it would sort the journal. */
  static final String BEFORE =
      """
      SELECT j.*, k.wrapped FROM journal j
      LEFT JOIN conversation_key k
        ON k.municipality = j.municipality AND k.conversation_id = j.conversation_id
      WHERE j.municipality = :municipality AND j.asked_at <= :instant
        AND (j.asked_at < :instant OR j.message_id < :messageId)
      ORDER BY j.municipality DESC, j.asked_at DESC, j.message_id DESC LIMIT :limit""";

  private static final String CHANGE_FEEDBACK =
      """
      UPDATE feedback SET useful = :useful, given_at = :now
      WHERE municipality = :municipality AND conversation_id = :conversationId
        AND number = :number""";

  private static final String ADD_FEEDBACK =
      """
      INSERT INTO feedback (municipality, conversation_id, number, useful, given_at)
      VALUES (:municipality, :conversationId, :number, :useful, :now)
      ON CONFLICT DO NOTHING""";

  private final Jdbi jdbi;
  private final ConversationKeys keys;

  JdbcJournal(Jdbi jdbi, ConversationKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
  }

  @Override
  public void append(JournalEntry entry) {
    jdbi.useTransaction(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("municipality", entry.municipality())
                .bind("messageId", entry.messageId())
                .bind("conversationId", entry.conversationId())
                .bind("channel", entry.channel())
                .bind("at", entry.at())
                .bind("question", sealed(handle, entry))
                .bind("outcome", entry.outcome())
                .bind("reason", entry.reason())
                .bind("faqId", entry.faqId())
                .bind("evidence", Json.MAPPER.writeValueAsString(entry.evidence()))
                .bind("took", entry.took().truncatedTo(ChronoUnit.MICROS).toNanos() / 1_000)
                .execute());
  }

  private byte @Nullable [] sealed(Handle handle, JournalEntry entry) {
    if (entry.question().isEmpty()) {
      return null;
    }
    return ConversationLock.take(handle, entry.municipality(), entry.conversationId())
        .map(lock -> keys.obtain(handle, entry.municipality(), entry.conversationId()))
        .map(key -> key.seal(kind(entry.messageId()), entry.question()))
        .orElse(null);
  }

  @Override
  public List<JournalEntry> before(MunicipalityCode municipality, JournalPlace place, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BEFORE)
                .bind("municipality", municipality)
                .bind("instant", place.at())
                .bind("messageId", place.messageId())
                .bind("limit", limit)
                .map((row, context) -> read(row, municipality))
                .list());
  }

  @Override
  public void feedback(
      MunicipalityCode municipality,
      String conversationId,
      long number,
      boolean useful,
      Instant now) {
    jdbi.useTransaction(
        handle -> {
          int changed = 0;
          for (String sql : List.of(CHANGE_FEEDBACK, ADD_FEEDBACK, CHANGE_FEEDBACK)) {
            changed =
                changed > 0
                    ? changed
                    : handle
                        .createUpdate(sql)
                        .bind("municipality", municipality)
                        .bind("conversationId", conversationId)
                        .bind("number", number)
                        .bind("useful", useful)
                        .bind("now", now)
                        .execute();
          }
        });
  }

  private JournalEntry read(ResultSet row, MunicipalityCode municipality) throws SQLException {
    String conversationId = row.getString("conversation_id");
    String messageId = row.getString("message_id");
    byte[] question = row.getBytes("question");
    byte[] wrapped = row.getBytes("wrapped");
    return new JournalEntry(
        municipality,
        conversationId,
        messageId,
        row.getString("channel"),
        Database.instant(row, "asked_at"),
        question == null || wrapped == null
            ? ""
            : keys.unwrap(new Place(municipality, conversationId), wrapped)
                .open(kind(messageId), question),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("faq_id"),
        List.of(Json.MAPPER.readValue(row.getString("evidence"), Evidence[].class)),
        Duration.of(row.getLong("took_micros"), ChronoUnit.MICROS));
  }

  private static String kind(String messageId) {
    return "journal " + messageId;
  }
}
