package madoguchi.staff.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.account.StaffAccounts;
import madoguchi.staff.account.StaffMember;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;

/** Accounts in the table {@code staff}. */
public final class JdbcStaffAccounts implements StaffAccounts {

  private final Jdbi jdbi;

  public JdbcStaffAccounts(DataSource source) {
    this.jdbi = Jdbi.create(source).setTemplateEngine(TemplateEngine.NOP);
  }

  @Override
  public Optional<String> passwordHash(MunicipalityCode municipality, String username) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT password_hash FROM staff"
                        + " WHERE municipality = :municipality AND username = :username")
                .bind("municipality", municipality.value())
                .bind("username", Hashes.clean(username))
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void store(StaffMember member, String passwordHash, Instant now) {
    jdbi.useTransaction(
        handle -> {
          boolean known =
              of(handle, "UPDATE staff SET password_hash = :hash", member)
                      .bind("hash", passwordHash)
                      .execute()
                  > 0;
          if (!known) {
            handle
                .createUpdate(
                    "INSERT INTO staff (municipality, username, password_hash, created_at)"
                        + " VALUES (:municipality, :username, :hash, :now)")
                .bind("municipality", member.municipality().value())
                .bind("username", member.username())
                .bind("hash", passwordHash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
          }
          of(handle, "DELETE FROM staff_session", member).execute();
        });
  }

  @Override
  public boolean any(MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery("SELECT count(*) FROM staff WHERE municipality = :municipality")
                    .bind("municipality", municipality.value())
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  private static Update of(Handle handle, String statement, StaffMember member) {
    return handle
        .createUpdate(statement + " WHERE municipality = :municipality AND username = :username")
        .bind("municipality", member.municipality().value())
        .bind("username", member.username());
  }
}
