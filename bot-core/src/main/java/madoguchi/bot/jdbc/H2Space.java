package madoguchi.bot.jdbc;

import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Handle;

/**
 * The room in H2's file, through H2's storage engine: with {@code WRITE_DELAY=0} H2 has no thread
 * of its own that would make room, and a file would grow by some kilobytes with every commit.
 */
final class H2Space {

  /** In percent: a file whose parts are filled less is tidied. */
  private static final int THIN = 60;

  private static final int BYTES_AT_ONCE = 4 << 20;
  private static final int ROUNDS = 8;

  private H2Space() {}

  static void reclaim(Handle handle) {
    MVStore store = store(handle);
    // A database in memory has no file.
    if (store.getFileStore() == null) {
      return;
    }
    // What lives must be on the disk before the room of what it replaced is used again.
    handle.execute("CHECKPOINT SYNC");
    int round = 0;
    while (round < ROUNDS
        && store.getFileStore().getChunksFillRate() < THIN
        && store.compact(THIN, BYTES_AT_ONCE)) {
      round++;
    }
  }

  private static MVStore store(Handle handle) {
    try {
      SessionLocal session =
          (SessionLocal) handle.getConnection().unwrap(JdbcConnection.class).getSession();
      return session.getDatabase().getStore().getMvStore();
    } catch (SQLException broken) {
      throw new IllegalStateException("this connection is not one of H2", broken);
    }
  }
}
