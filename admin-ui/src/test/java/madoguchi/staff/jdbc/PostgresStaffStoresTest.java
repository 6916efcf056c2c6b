package madoguchi.staff.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The staff's stores on a real PostgreSQL. */
class PostgresStaffStoresTest extends StaffStoresContract {

  private static EmbeddedPostgres postgres;
  private static int databases;

  @BeforeAll
  static void startIt() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopIt() throws IOException {
    postgres.close();
  }

  @Override
  DataSource empty() {
    String name = "staff" + databases++;
    Jdbi.create(postgres.getPostgresDatabase())
        .useHandle(handle -> handle.execute("CREATE DATABASE " + name));
    return postgres.getDatabase("postgres", name);
  }
}
