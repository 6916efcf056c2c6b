package madoguchi.bot.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that refuses something. */
final class Outage {

  private Outage() {}

  /** Whether trying again at once, with anything else, would fail the same way. */
  static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLException sql && isState(sql.getSQLState());
  }

  /** Connection exceptions; PostgreSQL shutting down or full; H2 closed. */
  private static boolean isState(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")
            || state.startsWith("9009")
            || state.equals("90121"));
  }
}
