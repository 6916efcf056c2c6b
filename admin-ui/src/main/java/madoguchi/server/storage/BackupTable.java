package madoguchi.server.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as the schema describes it, and its rows as JSON can hold them. */
record BackupTable(String name, List<BackupColumn> columns) {

  private static final String MIGRATIONS = "flyway_schema_history";

  /** The tables of the schema in the order of their names. */
  static List<BackupTable> all(Connection connection) throws SQLException {
    DatabaseMetaData schema = connection.getMetaData();
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        schema.getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    names.remove(MIGRATIONS);
    Collections.sort(names);
    List<BackupTable> all = new ArrayList<>();
    for (String name : names) {
      all.add(new BackupTable(name, columns(schema, name)));
    }
    return all;
  }

  BackupTable without(Set<String> left) {
    return new BackupTable(
        name, columns.stream().filter(column -> !left.contains(column.name())).toList());
  }

  String select() {
    return "SELECT " + names() + " FROM " + name;
  }

  String insert() {
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return "INSERT INTO " + name + " (" + names() + ") VALUES (" + marks + ")";
  }

  Map<String, @Nullable Object> row(ResultSet rows) throws SQLException {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (BackupColumn column : columns) {
      row.put(column.name(), column.value(rows));
    }
    return row;
  }

  void bind(PreparedStatement insert, Map<String, Object> row) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      BackupColumn column = columns.get(i);
      Object value = row.get(column.name());
      insert.setObject(i + 1, value == null ? null : column.parsed(value));
    }
  }

  private String names() {
    return columns.stream().map(BackupColumn::name).collect(Collectors.joining(", "));
  }

  private static List<BackupColumn> columns(DatabaseMetaData schema, String table)
      throws SQLException {
    List<BackupColumn> columns = new ArrayList<>();
    try (ResultSet rows = schema.getColumns(null, "public", table, "%")) {
      while (rows.next()) {
        // The database numbers its own rows again.
        if (!"YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
          columns.add(BackupColumn.of(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME")));
        }
      }
    }
    return columns;
  }
}
