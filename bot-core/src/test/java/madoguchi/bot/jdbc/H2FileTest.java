package madoguchi.bot.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import madoguchi.bot.contract.AllContracts;
import madoguchi.bot.contract.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** H2 in a file, as the server uses it, keeps every contract. */
class H2FileTest extends AllContracts {

  @TempDir static Path directory;
  private static HikariDataSource source;

  @BeforeAll
  static void open() {
    source = Databases.h2File(directory.resolve("db"));
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
