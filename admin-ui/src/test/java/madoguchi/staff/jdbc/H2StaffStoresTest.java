package madoguchi.staff.jdbc;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The staff's stores on H2, as the embedded database runs. */
class H2StaffStoresTest extends StaffStoresContract {

  @Override
  DataSource empty() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                .formatted(UUID.randomUUID())
            + ";DB_CLOSE_DELAY=-1");
    return source;
  }
}
