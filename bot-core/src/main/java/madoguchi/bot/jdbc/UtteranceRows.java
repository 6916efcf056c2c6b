package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.StorableText;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The lines of conversations: numbers and times in clear, words sealed. */
final class UtteranceRows {

  /** So many lines are given at once. */
  private static final int PAGE = 500;

  private static final String NUMBERS =
      """
      UPDATE conversation SET last_number = :last
      WHERE municipality = :municipality AND id = :id""";

  private static final String ADD =
      """
      INSERT INTO utterance
        (municipality, conversation_id, number, said_at, sender, in_reply_to, words)
      VALUES (:municipality, :id, :number, :at, :sender, :inReplyTo, :words)""";

  private static final String COLUMNS =
      """
      SELECT number, said_at, sender, in_reply_to, words FROM utterance
      WHERE municipality = :municipality AND conversation_id = :id\s""";

  /** By the whole key, for H2 reads it backwards only then; else it would read every line. */
  static final String LATEST =
      COLUMNS + "ORDER BY municipality DESC, conversation_id DESC, number DESC LIMIT :limit";

  /** By the key's beginning: an index of its own would cost each line more than this saves. */
  static final String TURN = COLUMNS + "AND in_reply_to = :messageId ORDER BY number";

  private final ConversationKeys keys;

  UtteranceRows(ConversationKeys keys) {
    this.keys = keys;
  }

  /** What is sealed of a line. */
  private record Words(String text, List<Source> sources, List<Choice> choices) {}

  List<Utterance> append(
      Handle handle, MunicipalityCode municipality, String id, List<Utterance> lines) {
    Optional<ConversationLock> locked = ConversationLock.take(handle, municipality, id);
    if (locked.isEmpty() || lines.isEmpty()) {
      return List.of();
    }
    long last = locked.get().last();
    long next = last + lines.size();
    handle
        .createUpdate(NUMBERS)
        .bind("municipality", municipality)
        .bind("id", id)
        .bind("last", next)
        .execute();
    UnitScope.note(new Place(municipality, id), locked.get().numbered(next));
    return insert(handle, municipality, id, lines, last);
  }

  private List<Utterance> insert(
      Handle handle, MunicipalityCode municipality, String id, List<Utterance> lines, long before) {
    ConversationKey key = keys.obtain(handle, municipality, id);
    PreparedBatch batch = handle.prepareBatch(ADD);
    List<Utterance> numbered = new ArrayList<>();
    for (Utterance line : lines) {
      Utterance next = line.numbered(before + numbered.size() + 1);
      numbered.add(next);
      batch
          .bind("municipality", municipality)
          .bind("id", id)
          .bind("number", next.number())
          .bind("at", next.at())
          .bind("sender", next.from().name())
          .bind("inReplyTo", next.inReplyTo())
          .bind("words", key.seal(kind(next.number()), json(next)))
          .add();
    }
    batch.execute();
    return List.copyOf(numbered);
  }

  List<Utterance> after(Handle handle, MunicipalityCode municipality, String id, long after) {
    return read(
        handle,
        municipality,
        id,
        handle
            .createQuery(COLUMNS + "AND number > :after ORDER BY number LIMIT " + PAGE)
            .bind("after", after));
  }

  List<Utterance> latest(Handle handle, MunicipalityCode municipality, String id, int limit) {
    return read(handle, municipality, id, handle.createQuery(LATEST).bind("limit", limit))
        .reversed();
  }

  List<Utterance> turn(Handle handle, MunicipalityCode municipality, String id, String messageId) {
    return read(handle, municipality, id, handle.createQuery(TURN).bind("messageId", messageId));
  }

  private List<Utterance> read(
      Handle handle, MunicipalityCode municipality, String id, Query query) {
    return keys.find(handle, municipality, id)
        .map(
            key ->
                query
                    .bind("municipality", municipality)
                    .bind("id", id)
                    .map((row, context) -> line(row, key))
                    .list())
        .orElse(List.of());
  }

  private static Utterance line(ResultSet row, ConversationKey key) throws SQLException {
    long number = row.getLong("number");
    Words words = Json.MAPPER.readValue(key.open(kind(number), row.getBytes("words")), Words.class);
    return new Utterance(
        number,
        Database.instant(row, "said_at"),
        Sender.valueOf(row.getString("sender")),
        row.getString("in_reply_to"),
        words.text(),
        words.sources(),
        words.choices());
  }

  private static String json(Utterance line) {
    return Json.MAPPER.writeValueAsString(
        new Words(StorableText.of(line.text()), line.sources(), line.choices()));
  }

  private static String kind(long number) {
    return "utterance " + number;
  }
}
