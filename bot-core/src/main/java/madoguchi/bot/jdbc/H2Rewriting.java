package madoguchi.bot.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Rewrites H2's file from the start, by H2's own {@code SHUTDOWN COMPACT}: nothing that was deleted
 * stands in it afterwards. The pool is suspended meanwhile, and the next who asks it for a
 * connection opens the database again.
 */
final class H2Rewriting {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private H2Rewriting() {}

  /** False when it is not a pool over a file that can be suspended, or when it is too busy now. */
  static boolean of(DataSource source) {
    if (!(source instanceof HikariDataSource pool)
        || !pool.isAllowPoolSuspension()
        || !pool.getJdbcUrl().startsWith("jdbc:h2:file:")) {
      return false;
    }
    HikariPoolMXBean control = pool.getHikariPoolMXBean();
    control.suspendPool();
    try {
      boolean rewritten = isEmptied(control) && compact(pool);
      // The pool may have opened one meanwhile, which the closing has ended.
      control.softEvictConnections();
      return rewritten;
    } finally {
      control.resumePool();
    }
  }

  private static boolean isEmptied(HikariPoolMXBean control) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (control.getActiveConnections() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    if (control.getActiveConnections() > 0) {
      return false;
    }
    control.softEvictConnections();
    return true;
  }

  private static boolean compact(HikariDataSource pool) {
    try (Connection alone =
        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
      alone.createStatement().execute("SHUTDOWN COMPACT");
      return true;
    } catch (SQLException refused) {
      throw new IllegalStateException("H2 could not be compacted", refused);
    }
  }
}
