package madoguchi.bot.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import madoguchi.bot.contract.AllContracts;
import madoguchi.bot.contract.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** H2 in memory keeps every contract. */
class H2MemoryTest extends AllContracts {

  private static HikariDataSource source;

  @BeforeAll
  static void open() {
    source = Databases.h2InMemory("contracts");
  }

  @AfterAll
  static void close() {
    source.close();
  }

  @Override
  protected Ports fresh() {
    return Databases.emptied(source);
  }

  @Nested
  class OfDatabase extends DatabaseContract {
    @Override
    protected DataSource source() {
      return source;
    }
  }
}
