package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
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
      Things.execute(database, "CREATE TABLE thing (n INT PRIMARY KEY)");
      for (int n = 0; n < 20; n++) {
        int number = n;
        Thread.ofVirtual().start(() -> tryToWrite(database, number)).join();
      }
      Things.execute(database, "INSERT INTO thing VALUES (100)");
      assertThat(Things.count(database)).isPositive();
    }
    try (Database again = Database.open(settings())) {
      assertThat(Things.count(again)).isPositive();
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
}
