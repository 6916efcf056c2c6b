package madoguchi.bot.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a database's files need from time to time. A database deletes a row by no longer showing it;
 * until its files are rewritten an erased key still stands in them. What is promised on H2 and on
 * PostgreSQL stands in the module's RATIONALE.md.
 */
public final class Upkeep {

  private static final String PENDING =
      "SELECT municipality || ' ' || conversation_id FROM erasure";

  private static final String DONE =
      "DELETE FROM erasure WHERE municipality || ' ' || conversation_id = :erased";

  /** Longer than any other statement: all living keys are written anew. */
  private static final int REWRITING = (int) Duration.ofMinutes(10).toMillis();

  private final DataSource source;
  private final Jdbi jdbi;

  Upkeep(DataSource source, Jdbi jdbi) {
    this.source = source;
    this.jdbi = jdbi;
  }

  /**
   * For every two seconds: brings what H2 has written safely to the disk and makes room in its
   * file; from some milliseconds to some hundred, while the service goes on. Does nothing with
   * PostgreSQL.
   */
  public void often() {
    jdbi.useHandle(
        handle -> {
          if (!isPostgres(handle)) {
            H2Space.reclaim(handle);
          }
        });
  }

  /**
   * For every night: deletes what nobody asks for any more, ids as upkeep.properties says.
   *
   * @param ended how long is kept how sendings ended and what residents found useful
   * @return how many rows
   */
  public int sweep(Instant now, Duration ended) {
    return jdbi.withHandle(handle -> Sweep.of(handle, KeptFor.of(ended), now));
  }

  /**
   * For every night, and for an orderly stop: rewrites the files in which erased keys may still
   * stand, if there was an erasure since the last time. H2 is closed meanwhile, for some seconds,
   * and whoever needs it waits; it must be behind a HikariCP pool that allows suspension.
   * PostgreSQL's table of keys is locked for some milliseconds.
   *
   * @return false when it was not possible now; nothing is lost, and the next call tries again
   */
  public boolean nightly() {
    List<String> erased =
        jdbi.withHandle(handle -> handle.createQuery(PENDING).mapTo(String.class).list());
    if (erased.isEmpty()) {
      return true;
    }
    boolean rewritten =
        jdbi.<Boolean, RuntimeException>withHandle(Upkeep::isPostgres)
            ? jdbi.withHandle(Upkeep::rewritePostgres)
            : H2Rewriting.of(source);
    if (rewritten) {
      jdbi.useHandle(
          handle -> erased.forEach(one -> handle.createUpdate(DONE).bind("erased", one).execute()));
    }
    return rewritten;
  }

  private static boolean rewritePostgres(Handle handle) {
    // Whoever writes meanwhile must not be kept waiting for long.
    handle.execute("SET lock_timeout = '2s'");
    int silence = silenceOf(handle, REWRITING);
    try {
      handle.execute("VACUUM FULL conversation_key");
      return true;
    } finally {
      silenceOf(handle, silence);
      handle.execute("RESET lock_timeout");
    }
  }

  /** Lets the database be silent for so many milliseconds; returns for how many before. */
  private static int silenceOf(Handle handle, int millis) {
    try {
      Connection connection = handle.getConnection();
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, millis);
      return before;
    } catch (SQLException broken) {
      throw new IllegalStateException("the database's silence cannot be bounded", broken);
    }
  }

  private static boolean isPostgres(Handle handle) {
    try {
      return handle.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException broken) {
      throw new IllegalStateException("the database does not say what it is", broken);
    }
  }
}
