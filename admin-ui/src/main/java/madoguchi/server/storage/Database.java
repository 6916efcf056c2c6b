package madoguchi.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.jdbc.WrongMasterKey;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The database with its newest tables, and the key that protects what is in it. The embedded one is
 * taken for this process alone.
 */
public final class Database implements AutoCloseable {

  /**
   * PostgreSQL's ways for H2, and no write delay: what is committed survives a kill of the process.
   * See bot-core/RATIONALE.md for the retention time. A session remembers all the statements that
   * we have, instead of eight. The file is opened by way of {@code retry:}, for a thread that is
   * interrupted while it reads or writes closes the file, and without it the whole database.
   */
  private static final String H2 =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";RETENTION_TIME=5000;QUERY_CACHE_SIZE=128"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  private final AutoCloseable lock;
  private final NodeName node;
  private final DiskWatch disk;
  private final HikariDataSource pool;
  private final byte[] masterKey;

  private Database(
      AutoCloseable lock, NodeName node, DiskWatch disk, HikariDataSource pool, byte[] masterKey) {
    this.lock = lock;
    this.node = node;
    this.disk = disk;
    this.pool = pool;
    this.masterKey = masterKey;
  }

  /**
   * Opens the database that is set, for a server, and brings its tables up to date. Nobody waits
   * there for long.
   *
   * @throws Problem when another process has it, it cannot be reached or its key is missing
   */
  public static Database open(Settings settings) {
    return open(settings, Limits.OF_A_SERVER);
  }

  /**
   * The same for a command, which may read or write everything in one go.
   *
   * @throws Problem as above
   */
  public static Database openForCommand(Settings settings) {
    return open(settings, Limits.OF_A_COMMAND);
  }

  private static Database open(Settings settings, Limits limits) {
    DataDirectory directory = DataDirectory.at(settings.dataDir());
    Settings.Db db = settings.db();
    AutoCloseable lock = db.isEmbedded() ? directory.lock() : () -> {};
    DiskWatch disk = directory.watch();
    HikariDataSource pool = pool(db, directory, disk, limits);
    // Tables first: whether something is stored is asked of them.
    migrate(db, pool);
    return new Database(
        lock,
        NodeName.in(directory),
        disk,
        pool,
        MasterKey.of(settings.masterKey(), directory, holdsTowns(pool)));
  }

  /** The pool of connections. */
  public DataSource dataSource() {
    return pool;
  }

  /** Counts connections and waits there. */
  public void measure(MeterRegistry registry) {
    pool.setMetricRegistry(registry);
  }

  /** Names this process among the nodes; the same at each start on its data directory. */
  public String node() {
    return node.value();
  }

  /** The key of this server, 32 bytes. */
  public byte[] masterKey() {
    return masterKey.clone();
  }

  /** Looks at the disk of the data directory and says in the log what changed. */
  void lookAtDisk() {
    disk.look();
  }

  /**
   * Makes sure that this server's key opens what is stored.
   *
   * @throws Problem when it is another one
   */
  public void check(JdbcStorage storage) {
    try {
      storage.municipalities().all();
    } catch (WrongMasterKey other) {
      throw Problem.failed(
          "鍵がこのデータベースのものではありません。元の鍵（data/master.key か MADOGUCHI_MASTER_KEY）を戻してください。",
          "The master key is not this database's: put the original one back.");
    }
  }

  @Override
  public void close() {
    pool.close();
    try {
      node.held().close();
      lock.close();
    } catch (Exception alreadyGone) {
      // The process ends, and the lock with it.
      throw new IllegalStateException("the lock could not be given back", alreadyGone);
    }
  }

  /** A migration may take long, and waits for that of another node: by connections of its own. */
  private static void migrate(Settings.Db db, DataSource pool) {
    FluentConfiguration flyway = Flyway.configure();
    (db.isEmbedded()
            ? flyway.dataSource(pool)
            : flyway.dataSource(db.url(), db.user(), db.password()))
        .load()
        .migrate();
  }

  private static HikariDataSource pool(
      Settings.Db db, DataDirectory directory, DiskWatch disk, Limits limits) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("madoguchi");
    config.setJdbcUrl(
        db.isEmbedded() ? "jdbc:h2:file:retry:" + directory.file("madoguchi") + H2 : db.url());
    config.setUsername(db.isEmbedded() ? "sa" : db.user());
    config.setPassword(db.password());
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(1);
    limits.apply(config, db);
    // For Upkeep.nightly(), which closes and rewrites the embedded database's file.
    config.setAllowPoolSuspension(db.isEmbedded());
    if (db.isEmbedded()) {
      config.setExceptionOverride(new ClosedDatabase(disk));
    }
    // Asked for one connection below, for the pool itself would log a page when there is none.
    config.setInitializationFailTimeout(-1);
    HikariDataSource pool = reached(config);
    pool.setConnectionTimeout(limits.patience().toMillis());
    return pool;
  }

  private static HikariDataSource reached(HikariConfig config) {
    try {
      HikariDataSource pool = new HikariDataSource(config);
      try (Connection first = pool.getConnection()) {
        return pool;
      } catch (SQLException unreachable) {
        pool.close();
      }
    } catch (RuntimeException unknownKindOfAddress) {
      // Falls through to the same line: the address may hold a password.
    }
    throw Problem.failed(
        "データベースにつながりません。MADOGUCHI_DB_URL、MADOGUCHI_DB_USER、MADOGUCHI_DB_PASSWORD を確かめてください。",
        "The database cannot be reached: check the MADOGUCHI_DB_… settings.");
  }

  private static boolean holdsTowns(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from municipality")) {
      return rows.next() && rows.getLong(1) > 0;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the towns", broken);
    }
  }
}
