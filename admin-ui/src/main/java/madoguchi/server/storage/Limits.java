package madoguchi.server.storage;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import madoguchi.server.settings.Settings;

/**
 * How long a database may be silent. What stands in its URL goes before; the embedded one is never
 * silent.
 */
enum Limits {
  /**
   * A frozen node or a connection that is open at one end only stops nobody for long: who waits for
   * a lock of somebody else gives up, and who falls silent in a transaction loses its locks.
   */
  OF_A_SERVER {
    @Override
    void apply(HikariConfig config, Settings.Db db) {
      config.setConnectionTimeout(START.toMillis());
      config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
      if (isPostgres(db)) {
        alive(config);
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty(
            "options", "-c lock_timeout=2s -c idle_in_transaction_session_timeout=10s");
      }
    }

    @Override
    Duration patience() {
      // Who cannot store says so (503) while LINE still listens.
      return Duration.ofMillis(1_500);
    }
  },

  /** Whoever sits before it can stop it; one statement may take minutes. */
  OF_A_COMMAND {
    @Override
    void apply(HikariConfig config, Settings.Db db) {
      config.setConnectionTimeout(START.toMillis());
      if (isPostgres(db)) {
        alive(config);
      }
    }

    @Override
    Duration patience() {
      return START;
    }
  };

  /** A database that is opened for the first time may take longer. */
  private static final Duration START = Duration.ofSeconds(4);

  /** What holds from the first connection on. */
  abstract void apply(HikariConfig config, Settings.Db db);

  /** How long one waits for a connection, once the first was made. */
  abstract Duration patience();

  private static boolean isPostgres(Settings.Db db) {
    return db.url().startsWith("jdbc:postgresql:");
  }

  private static void alive(HikariConfig config) {
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("tcpKeepAlive", "true");
  }
}
