package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.HandoffState;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.bot.town.RandomId;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Cases in the database. */
final class JdbcHandoffs implements Handoffs {

  private static final String OPEN =
      """
      INSERT INTO handoff
        (municipality, id, conversation_id, department, state, opened_at, open_for)
      VALUES (:municipality, :id, :conversationId, :department, 'WAITING', :now, :conversationId)
      ON CONFLICT DO NOTHING""";

  private static final String COLUMNS =
      """
      SELECT municipality, id, conversation_id, department, state, opened_at, claimed_by
      FROM handoff WHERE municipality = :municipality\s""";

  private static final String CLAIM =
      """
      UPDATE handoff SET state = 'CLAIMED', claimed_by = :user
      WHERE municipality = :municipality AND id = :id AND state = 'WAITING'""";

  private static final String CLOSE =
      """
      UPDATE handoff SET state = 'CLOSED', open_for = NULL
      WHERE municipality = :municipality AND id = :id AND state <> 'CLOSED'""";

  private final Jdbi jdbi;

  JdbcHandoffs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Handoff open(
      MunicipalityCode municipality,
      String conversationId,
      @Nullable String department,
      Instant now) {
    return jdbi.withHandle(
        handle -> {
          Optional<Handoff> present = openFor(handle, municipality, conversationId);
          while (present.isEmpty()) {
            handle
                .createUpdate(OPEN)
                .bind("municipality", municipality)
                .bind("id", RandomId.next())
                .bind("conversationId", conversationId)
                .bind("department", department)
                .bind("now", now)
                .execute();
            // Somebody else may have opened one, and a third person closed it already.
            present = openFor(handle, municipality, conversationId);
          }
          return present.get();
        });
  }

  private static Optional<Handoff> openFor(
      Handle handle, MunicipalityCode municipality, String conversationId) {
    return handle
        .createQuery(COLUMNS + "AND open_for = :conversationId")
        .bind("municipality", municipality)
        .bind("conversationId", conversationId)
        .map(JdbcHandoffs::read)
        .findOne();
  }

  @Override
  public Optional<Handoff> find(MunicipalityCode municipality, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "AND id = :id")
                .bind("municipality", municipality)
                .bind("id", id)
                .map(JdbcHandoffs::read)
                .findOne());
  }

  @Override
  public List<Handoff> pending(MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "AND open_for IS NOT NULL ORDER BY opened_at, id")
                .bind("municipality", municipality)
                .map(JdbcHandoffs::read)
                .list());
  }

  @Override
  public boolean claim(MunicipalityCode municipality, String id, String user) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(CLAIM)
                    .bind("municipality", municipality)
                    .bind("id", id)
                    .bind("user", user)
                    .execute()
                == 1);
  }

  @Override
  public boolean close(MunicipalityCode municipality, String id) {
    return jdbi.withHandle(
        handle ->
            handle.createUpdate(CLOSE).bind("municipality", municipality).bind("id", id).execute()
                == 1);
  }

  private static Handoff read(ResultSet row, StatementContext context) throws SQLException {
    return new Handoff(
        Database.municipality(row),
        row.getString("id"),
        row.getString("conversation_id"),
        row.getString("department"),
        HandoffState.valueOf(row.getString("state")),
        Database.instant(row, "opened_at"),
        row.getString("claimed_by"));
  }
}
