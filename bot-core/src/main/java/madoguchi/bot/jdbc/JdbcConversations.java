package madoguchi.bot.jdbc;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.conversation.Standing;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.town.RandomId;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Conversations in the database; what is said in them is kept by {@link UtteranceRows}. */
final class JdbcConversations implements Conversations {

  private static final String COLUMNS =
      "SELECT municipality, id, channel, citizen, state, epoch, opened_at FROM conversation ";

  private static final String BEGIN =
      """
      INSERT INTO conversation (municipality, id, channel, citizen, state, epoch, opened_at)
      VALUES (:municipality, :id, :channel, :citizen, :state, 1, :now)
      ON CONFLICT DO NOTHING""";

  private static final String STANDINGS =
      """
      SELECT c.id, c.state, c.last_number FROM unnest(:ids) wanted(id)
      JOIN conversation c ON c.municipality = :municipality AND c.id = wanted.id""";

  private static final String SAVE =
      """
      UPDATE conversation SET state = :state, epoch = :epoch
      WHERE municipality = :municipality AND id = :id""";

  private final Jdbi jdbi;
  private final ConversationKeys keys;
  private final UtteranceRows utterances;

  JdbcConversations(Jdbi jdbi, ConversationKeys keys) {
    this.jdbi = jdbi;
    this.keys = keys;
    this.utterances = new UtteranceRows(keys);
  }

  @Override
  public Conversation open(
      MunicipalityCode municipality, String channel, Citizen citizen, Instant now) {
    Optional<Conversation> living = of(municipality, channel, citizen);
    while (living.isEmpty()) {
      jdbi.useTransaction(handle -> begin(handle, municipality, channel, citizen, now));
      // Another thread may have begun it, and a third erased it already.
      living = of(municipality, channel, citizen);
    }
    return living.get();
  }

  private void begin(
      Handle handle, MunicipalityCode municipality, String channel, Citizen citizen, Instant now) {
    String id = RandomId.next();
    int begun =
        handle
            .createUpdate(BEGIN)
            .bind("municipality", municipality)
            .bind("id", id)
            .bind("channel", channel)
            .bind("citizen", citizen.key())
            .bind("state", ConversationState.BOT.name())
            .bind("now", now)
            .execute();
    if (begun == 1) {
      keys.create(handle, List.of(new Place(municipality, id)));
    }
  }

  @Override
  public Optional<Conversation> of(MunicipalityCode municipality, String channel, Citizen citizen) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + """
                        WHERE municipality = :municipality
                          AND channel = :channel AND citizen = :citizen""")
                .bind("municipality", municipality)
                .bind("channel", channel)
                .bind("citizen", citizen.key())
                .map(JdbcConversations::read)
                .findOne());
  }

  @Override
  public Optional<Conversation> find(MunicipalityCode municipality, String id) {
    return jdbi.withHandle(handle -> find(handle, municipality, id));
  }

  private static Optional<Conversation> find(
      Handle handle, MunicipalityCode municipality, String id) {
    return handle
        .createQuery(COLUMNS + "WHERE municipality = :municipality AND id = :id")
        .bind("municipality", municipality)
        .bind("id", id)
        .map(JdbcConversations::read)
        .findOne();
  }

  @Override
  public Map<String, Standing> standings(MunicipalityCode municipality, Collection<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STANDINGS)
                .bind("municipality", municipality)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString(1),
                            new Standing(
                                ConversationState.valueOf(row.getString(2)), row.getLong(3))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one)));
  }

  @Override
  public void save(Conversation conversation) {
    jdbi.useTransaction(
        handle ->
            ConversationLock.take(handle, conversation.municipality(), conversation.id())
                .ifPresent(locked -> save(handle, conversation, locked)));
  }

  private static void save(Handle handle, Conversation conversation, ConversationLock locked) {
    if (locked.epoch() > conversation.epoch()) {
      throw new EpochPassed(conversation);
    }
    if (locked.epoch() == conversation.epoch() && locked.state() == conversation.state()) {
      return;
    }
    handle
        .createUpdate(SAVE)
        .bind("municipality", conversation.municipality())
        .bind("id", conversation.id())
        .bind("state", conversation.state().name())
        .bind("epoch", conversation.epoch())
        .execute();
    UnitScope.note(
        new Place(conversation.municipality(), conversation.id()),
        locked.standing(conversation.state(), conversation.epoch()));
  }

  @Override
  public List<Utterance> append(MunicipalityCode municipality, String id, List<Utterance> lines) {
    return jdbi.inTransaction(handle -> utterances.append(handle, municipality, id, lines));
  }

  @Override
  public List<Utterance> after(MunicipalityCode municipality, String id, long after) {
    return jdbi.withHandle(handle -> utterances.after(handle, municipality, id, after));
  }

  @Override
  public List<Utterance> latest(MunicipalityCode municipality, String id, int limit) {
    return jdbi.withHandle(handle -> utterances.latest(handle, municipality, id, limit));
  }

  @Override
  public List<Utterance> turn(MunicipalityCode municipality, String id, String messageId) {
    return jdbi.withHandle(handle -> utterances.turn(handle, municipality, id, messageId));
  }

  @Override
  public void erase(MunicipalityCode municipality, String id) {
    jdbi.useTransaction(handle -> Erasure.of(handle, municipality, id));
    keys.forget(municipality, id);
  }

  @Override
  public boolean named(
      MunicipalityCode municipality, String id, String channelId, String messageId, Instant now) {
    return jdbi.withHandle(
        handle -> TakenBack.name(handle, municipality, id, channelId, messageId, now));
  }

  @Override
  public void takeBack(MunicipalityCode municipality, String id, String channelId, Instant now) {
    jdbi.useTransaction(handle -> TakenBack.take(handle, municipality, id, channelId, now));
  }

  @Override
  public boolean wasTakenBack(MunicipalityCode municipality, String id, String messageId) {
    return jdbi.withHandle(handle -> TakenBack.was(handle, municipality, id, messageId));
  }

  @Override
  public void left(MunicipalityCode municipality, String id, boolean gone) {
    jdbi.useHandle(handle -> Leaving.note(handle, municipality, id, gone));
  }

  @Override
  public boolean hasLeft(MunicipalityCode municipality, String id) {
    return jdbi.withHandle(handle -> Leaving.is(handle, municipality, id));
  }

  private static Conversation read(ResultSet row, StatementContext context) throws SQLException {
    return new Conversation(
        Database.municipality(row),
        row.getString("id"),
        row.getString("channel"),
        new Citizen(row.getString("citizen")),
        ConversationState.valueOf(row.getString("state")),
        row.getLong("epoch"),
        Database.instant(row, "opened_at"));
  }
}
