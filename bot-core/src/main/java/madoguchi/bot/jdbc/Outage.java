package madoguchi.bot.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that refuses something. */
final class Outage {

  private Outage() {}

  /**
   * Locks not given in time, deadlocks and statements that were broken off; as in PostgreSQL, H2.
   */
  private static final Set<String> PASSING = Set.of("55P03", "40P01", "40001", "57014", "HYT00");

  /** Whether trying again at once, with anything else, would fail the same way. */
  static boolean isBehind(Throwable failure) {
    return causes(failure).anyMatch(Outage::isOne);
  }

  /** Whether it failed by what others are doing, and by no fault of what was to be stored. */
  static boolean isPassing(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && PASSING.contains(String.valueOf(sql.getSQLState())));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
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
