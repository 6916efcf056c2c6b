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

  // The interface has a type of that name too.
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return CLOSED.contains(String.valueOf(failure.getSQLState()))
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
