package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import madoguchi.server.settings.Settings;
import madoguchi.server.settings.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that goes away interrupts whoever works for it: this must not end the database. */
class InterruptedDatabaseTest {

  @TempDir Path directory;

  @Test
  void outlivesThreadsThatAreInterruptedWhileTheyWrite() throws Exception {
    try (Database database = Database.open(settings())) {
      write(database, "CREATE TABLE thing (n INT PRIMARY KEY)");
      for (int n = 0; n < 20; n++) {
        int number = n;
        Thread.ofVirtual().start(() -> tryToWrite(database, number)).join();
      }
      write(database, "INSERT INTO thing VALUES (100)");
      assertThat(count(database)).isPositive();
    }
    try (Database again = Database.open(settings())) {
      assertThat(count(again)).isPositive();
    }
  }

  private Settings settings() {
    return TestSettings.in(directory);
  }

  /** Whether an interrupted writer succeeds is its own affair. */
  private static void tryToWrite(Database database, int number) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      Thread.currentThread().interrupt();
      statement.execute("INSERT INTO thing VALUES (" + number + ")");
    } catch (SQLException broken) {
      // What counts is what the others find afterwards.
      Thread.interrupted();
    }
  }

  private static void write(Database database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM thing")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
