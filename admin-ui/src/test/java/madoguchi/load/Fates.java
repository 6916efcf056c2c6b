package madoguchi.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a server's tables say of an event that was not answered, for whoever looks for the cause.
 */
final class Fates {

  private static final List<String> LOOKS =
      List.of(
          "SELECT message_id, sent_at, received_at, payload IS NULL AS dropped, outcome FROM inbox"
              + " WHERE message_id LIKE ?",
          "SELECT id, created_at, expires_at, payload IS NULL AS dropped, state, attempts, note"
              + " FROM outbox WHERE id LIKE ?",
          "SELECT asked_at, outcome, reason, took_micros FROM journal WHERE message_id LIKE ?",
          "SELECT waiting_since, lease_owner, lease_until, lease_fence, state FROM conversation"
              + " WHERE id IN (SELECT conversation_id FROM inbox WHERE message_id LIKE ?)");

  private Fates() {}

  /** A line for each row. */
  static List<String> of(Map<String, String> environment, String eventId) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection =
        DriverManager.getConnection(
            environment.get("MADOGUCHI_DB_URL"),
            environment.get("MADOGUCHI_DB_USER"),
            environment.get("MADOGUCHI_DB_PASSWORD"))) {
      for (String look : LOOKS) {
        try (PreparedStatement query = connection.prepareStatement(look)) {
          query.setString(1, "%" + eventId + "%");
          lines.addAll(rows(query));
        }
      }
    }
    return lines;
  }

  private static List<String> rows(PreparedStatement query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        StringBuilder line = new StringBuilder(columns.getTableName(1)).append(": ");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          line.append(columns.getColumnName(i)).append('=').append(rows.getString(i)).append(' ');
        }
        lines.add(line.toString().strip());
      }
    }
    return lines;
  }
}
