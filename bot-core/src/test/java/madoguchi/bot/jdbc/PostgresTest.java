package madoguchi.bot.jdbc;

import javax.sql.DataSource;
import madoguchi.bot.contract.AllContracts;
import madoguchi.bot.contract.Ports;
import org.junit.jupiter.api.Nested;

/** A real PostgreSQL keeps every contract. */
class PostgresTest extends AllContracts {

  @Override
  protected Ports fresh() {
    return Databases.emptied(Databases.postgres());
  }

  @Nested
  class OfDatabase extends DatabaseContract {
    @Override
    protected DataSource source() {
      return Databases.postgres();
    }
  }
}
