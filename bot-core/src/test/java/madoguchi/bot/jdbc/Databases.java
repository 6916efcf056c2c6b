package madoguchi.bot.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import madoguchi.bot.contract.Ports;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assertions;

/** Migrated databases for tests, and the ports over them. */
public final class Databases {

  /** What the server is told to use. */
  public static final String H2_FLAGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;RETENTION_TIME=5000";

  /** A master key for tests. */
  public static final byte[] MASTER_KEY =
      "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private Databases() {}

  /** A pool over an H2 database in memory that lives as long as the pool. */
  public static HikariDataSource h2InMemory(String name) {
    return migrated(pool("jdbc:h2:mem:" + name + H2_FLAGS, "sa"));
  }

  /** A pool over an H2 file, such as {@code dir/db} for {@code dir/db.mv.db}. */
  public static HikariDataSource h2File(Path file) {
    return migrated(pool("jdbc:h2:file:" + file.toAbsolutePath() + H2_FLAGS, "sa"));
  }

  /** The one pool over the one PostgreSQL of this JVM. */
  public static DataSource postgres() {
    return Postgres.POOL;
  }

  /** Deletes all rows and gives the ports. */
  public static Ports emptied(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(connection);
      connection.setAutoCommit(false);
      for (String table : tables) {
        statement.execute("DELETE FROM " + table);
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
    return ports(source);
  }

  /** The ports over what is there. */
  public static Ports ports(DataSource source) {
    JdbcStorage storage = new JdbcStorage(source, MASTER_KEY, Clock.systemUTC());
    return new Ports(
        storage.unitOfWork(),
        storage.leases(),
        storage.inbox(),
        storage.outbox(),
        storage.conversations(),
        storage.handoffs(),
        storage.journal(),
        storage.errands(),
        storage.attachments(),
        storage.resolvedQuestions(),
        storage.municipalities(),
        storage.faqCatalog(),
        storage.pseudonyms());
  }

  /** The names of all tables but Flyway's own. */
  public static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                ORDER BY table_name""")) {
      while (rows.next()) {
        if (!rows.getString(1).startsWith("flyway")) {
          tables.add(rows.getString(1));
        }
      }
    }
    Assertions.assertFalse(tables.isEmpty(), "no tables");
    return tables;
  }

  private static HikariDataSource pool(String url, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(0);
    config.setAllowPoolSuspension(true);
    return new HikariDataSource(config);
  }

  private static HikariDataSource migrated(HikariDataSource pool) {
    Flyway.configure().dataSource(pool).load().migrate();
    return pool;
  }

  /** Started at first use, ended with the JVM. */
  private static final class Postgres {
    static final HikariDataSource POOL = start();

    private static HikariDataSource start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        return migrated(pool(server.getJdbcUrl("postgres", "postgres"), "postgres"));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
