package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.server.settings.Settings;
import madoguchi.server.settings.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a server waits for its database, and a command. */
class LimitsTest {

  @TempDir Path directory;

  @Test
  void aServerWaitsForNothingLongAndACommandForEverything() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      try (Database server = Database.open(settings(url))) {
        assertThat(told(server, "lock_timeout")).isEqualTo("2s");
        assertThat(told(server, "idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(silence(server)).isEqualTo(10_000);
        leavesTheLimitsAfterUpkeep(server);
      }
      try (Database command = Database.openForCommand(settings(url))) {
        assertThat(told(command, "lock_timeout")).isEqualTo("0");
        assertThat(told(command, "idle_in_transaction_session_timeout")).isEqualTo("0");
        assertThat(silence(command)).isZero();
      }
      try (Database patient = Database.open(settings(url + "&socketTimeout=25"))) {
        assertThat(silence(patient)).as("the URL goes before").isEqualTo(25_000);
      }
    }
  }

  private void leavesTheLimitsAfterUpkeep(Database server) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO erasure (municipality, conversation_id)" + " VALUES ('demo', 'c')");
    }
    JdbcStorage storage =
        new JdbcStorage(server.dataSource(), server.masterKey(), Clock.systemUTC());
    assertThat(storage.upkeep().nightly()).isTrue();
    assertThat(told(server, "lock_timeout")).isEqualTo("2s");
    assertThat(silence(server)).isEqualTo(10_000);
  }

  private Settings settings(String url) {
    return TestSettings.with(directory, new Settings.Db(url, "postgres", "postgres"));
  }

  private static String told(Database database, String setting) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static int silence(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return connection.getNetworkTimeout();
    }
  }
}
