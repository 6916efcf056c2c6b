package madoguchi.server.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * H2 closes itself when it cannot write, as on a full disk; a new connection opens it again, one of
 * before never works again. So those leave the pool at their first failure.
 */
final class ClosedDatabase implements SQLExceptionOverride {

  /** H2's states for a database that was closed. */
  private static final Set<String> CLOSED = Set.of("90098", "90121");

  private final DiskWatch disk;

  /** Looks at the disk at each such failure, so that the log names it at once. */
  ClosedDatabase(DiskWatch disk) {
    this.disk = disk;
  }

  // The interface has a type of that name too.
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (!CLOSED.contains(String.valueOf(failure.getSQLState()))) {
      return Override.CONTINUE_EVICT;
    }
    disk.look();
    return Override.MUST_EVICT;
  }
}
