package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import madoguchi.acceptance.TownHall;
import madoguchi.server.settings.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A full disk is named in the log, and when there is room again the server goes on by itself. */
@ExtendWith(OutputCaptureExtension.class)
class FullDiskTest {

  @TempDir Path directory;

  @Test
  void goesOnAfterH2ClosedItselfUnderEveryConnectionOfThePool() throws Exception {
    try (Database database = Database.open(TestSettings.in(directory))) {
      Things.execute(database, "CREATE TABLE thing (n INT PRIMARY KEY)");
      Things.execute(database, "INSERT INTO thing VALUES (1)");
      List<Connection> pooled = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        pooled.add(database.dataSource().getConnection());
      }
      for (Connection one : pooled) {
        one.close();
      }
      closeAsH2DoesWhenItCannotWrite(database);

      await()
          .atMost(Duration.ofSeconds(10))
          .ignoreExceptions()
          .until(() -> Things.count(database) == 1);
      for (int n = 2; n < 12; n++) {
        Things.execute(database, "INSERT INTO thing VALUES (" + n + ")");
      }
      assertThat(Things.count(database)).isEqualTo(11);
    }
  }

  @Test
  void keepsConnectionsWhoseStatementWasWrong() throws Exception {
    try (Database database = Database.open(TestSettings.in(directory));
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT * FROM nothing"))
          .isInstanceOf(SQLException.class);
      assertThat(statement.execute("SELECT 1")).isTrue();
    }
  }

  @Test
  void saysOnceThatTheDiskIsFullAndOnceThatItIsNot(CapturedOutput log) {
    AtomicLong usable = new AtomicLong(1L << 40);
    DiskWatch watch = new DiskWatch(directory, usable::get);
    watch.look();
    assertThat(log).doesNotContain(directory.toString());
    usable.set(0);
    watch.look();
    watch.look();
    assertThat(log.getAll().lines().filter(line -> line.contains("disk of the data directory")))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains(directory.toString(), "ディスクに空きがありません"));
    usable.set(DataDirectory.NEEDED_BYTES);
    watch.look();
    watch.look();
    assertThat(log.getAll().lines().filter(line -> line.contains("has room again"))).hasSize(1);
  }

  @Test
  void namesTheDiskAtTheFirstFailure(CapturedOutput log) {
    ClosedDatabase override = new ClosedDatabase(new DiskWatch(directory, () -> 0));
    assertThat(override.adjudicate(new SQLException("syntax", "42000")))
        .isEqualTo(SQLExceptionOverride.Override.CONTINUE_EVICT);
    assertThat(log).doesNotContain(directory.toString());
    assertThat(override.adjudicate(new SQLException("closed", "90098")))
        .isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
    assertThat(log).contains("disk of the data directory is full", directory.toString());
  }

  @Test
  void aConnectionThatBreaksFillsNoPageOfTheLog() {
    TownHall.open();
    Logger pool = LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyConnection");
    assertThat(pool.isWarnEnabled()).isFalse();
    assertThat(pool.isErrorEnabled()).isTrue();
  }

  private static void closeAsH2DoesWhenItCannotWrite(Database database) {
    assertThatThrownBy(() -> Things.execute(database, "SHUTDOWN IMMEDIATELY"))
        .isInstanceOf(SQLException.class);
  }
}
