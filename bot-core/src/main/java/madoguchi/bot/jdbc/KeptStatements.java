package madoguchi.bot.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Prepares a statement once for all that a connection is lent for, as a group of units of work: H2
 * keeps none that locks, and would parse it for each unit. One in use is not given twice; the
 * connection closes them all when it is given back.
 */
final class KeptStatements extends DefaultStatementBuilder {

  private final Map<String, PreparedStatement> idle = new HashMap<>();
  private final Map<Statement, String> texts = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    if (kept != null && !kept.isClosed()) {
      return kept;
    }
    PreparedStatement prepared = super.create(connection, sql, context);
    texts.put(prepared, sql);
    return prepared;
  }

  /** The text is not the one that it was prepared of: names stand in it for the parameters. */
  @Override
  public void close(Connection connection, String named, Statement statement) throws SQLException {
    String sql = texts.get(statement);
    if (statement instanceof PreparedStatement prepared
        && sql != null
        && !prepared.isClosed()
        && idle.putIfAbsent(sql, prepared) == null) {
      prepared.clearParameters();
      prepared.clearBatch();
    } else {
      texts.remove(statement);
      super.close(connection, named, statement);
    }
  }
}
