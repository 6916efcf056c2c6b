package madoguchi.staff.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.bot.town.RandomId;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.account.StaffSessions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Sessions in the table {@code staff_session}, by the hashes of their ids. */
public final class JdbcStaffSessions implements StaffSessions {

  /** Use is noted this coarsely, to spare a write at most requests. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final Jdbi jdbi;

  public JdbcStaffSessions(DataSource source) {
    this.jdbi = Jdbi.create(source).setTemplateEngine(TemplateEngine.NOP);
  }

  @Override
  public String open(StaffMember member, Instant now) {
    String id = RandomId.token();
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "DELETE FROM staff_session WHERE municipality = :municipality"
                      + " AND (opened_at <= :oldest OR used_at <= :idle)")
              .bind("municipality", member.municipality().value())
              .bind("oldest", utc(now.minus(LONGEST)))
              .bind("idle", utc(now.minus(LONGEST_IDLE)))
              .execute();
          handle
              .createUpdate(
                  "INSERT INTO staff_session (municipality, id_hash, username, opened_at, used_at)"
                      + " VALUES (:municipality, :id, :username, :now, :now)")
              .bind("municipality", member.municipality().value())
              .bind("id", Hashes.of(id))
              .bind("username", member.username())
              .bind("now", utc(now))
              .execute();
        });
    return id;
  }

  @Override
  public Optional<StaffMember> find(MunicipalityCode municipality, String id, Instant now) {
    return jdbi.withHandle(
        handle -> {
          Optional<Row> row =
              handle
                  .createQuery(
                      "SELECT s.username, s.used_at FROM staff_session s JOIN staff a"
                          + " ON a.municipality = s.municipality AND a.username = s.username"
                          + " WHERE s.municipality = :municipality AND s.id_hash = :id"
                          + " AND s.opened_at > :oldest AND s.used_at > :idle")
                  .bind("municipality", municipality.value())
                  .bind("id", Hashes.of(id))
                  .bind("oldest", utc(now.minus(LONGEST)))
                  .bind("idle", utc(now.minus(LONGEST_IDLE)))
                  .map(
                      (found, context) ->
                          new Row(
                              found.getString("username"),
                              found.getObject("used_at", OffsetDateTime.class).toInstant()))
                  .findOne();
          if (row.isPresent() && row.get().usedAt().plus(GRAIN).isBefore(now)) {
            handle
                .createUpdate(
                    "UPDATE staff_session SET used_at = :now"
                        + " WHERE municipality = :municipality AND id_hash = :id")
                .bind("now", utc(now))
                .bind("municipality", municipality.value())
                .bind("id", Hashes.of(id))
                .execute();
          }
          return row.map(found -> new StaffMember(municipality, found.username()));
        });
  }

  @Override
  public void close(MunicipalityCode municipality, String id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM staff_session WHERE municipality = :municipality AND id_hash = :id")
                .bind("municipality", municipality.value())
                .bind("id", Hashes.of(id))
                .execute());
  }

  private record Row(String username, Instant usedAt) {}

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
