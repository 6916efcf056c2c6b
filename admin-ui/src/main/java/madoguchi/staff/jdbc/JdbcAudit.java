package madoguchi.staff.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Notes in the table {@code audit}. */
public final class JdbcAudit implements Audit {

  private final Jdbi jdbi;

  public JdbcAudit(DataSource source) {
    this.jdbi = Jdbi.create(source).setTemplateEngine(TemplateEngine.NOP);
  }

  @Override
  public void note(StaffMember who, String action, String subject, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO audit (municipality, done_at, actor, action, subject)"
                        + " VALUES (:municipality, :at, :actor, :action, :subject)")
                .bind("municipality", who.municipality().value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", who.username())
                .bind("action", action)
                .bind("subject", subject)
                .execute());
  }
}
