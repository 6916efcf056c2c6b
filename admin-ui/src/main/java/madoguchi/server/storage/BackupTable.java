package madoguchi.server.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as the schema describes it, and its rows as JSON can hold them. */
record BackupTable(String name, List<Column> columns) {

  private static final String MIGRATIONS = "flyway_schema_history";

  private enum Kind {
    BYTES,
    MOMENT,
    DAY,
    PLAIN
  }

  /** A column that is filled by whoever inserts. */
  record Column(String name, Kind kind) {}

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
        name, columns.stream().filter(column -> !left.contains(column.name)).toList());
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
    for (Column column : columns) {
      row.put(column.name, value(column, rows));
    }
    return row;
  }

  void bind(PreparedStatement insert, Map<String, Object> row) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value = row.get(column.name);
      insert.setObject(i + 1, value == null ? null : parsed(column, value));
    }
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private static @Nullable Object value(Column column, ResultSet rows) throws SQLException {
    return switch (column.kind) {
      case BYTES -> {
        byte[] bytes = rows.getBytes(column.name);
        yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
      }
      case MOMENT -> text(rows.getObject(column.name, OffsetDateTime.class));
      case DAY -> text(rows.getObject(column.name, LocalDate.class));
      case PLAIN -> rows.getObject(column.name);
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Object parsed(Column column, Object value) {
    return switch (column.kind) {
      case BYTES -> Base64.getDecoder().decode((String) value);
      case MOMENT -> OffsetDateTime.parse((String) value);
      case DAY -> LocalDate.parse((String) value);
      case PLAIN -> value;
    };
  }

  private static List<Column> columns(DatabaseMetaData schema, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet rows = schema.getColumns(null, "public", table, "%")) {
      while (rows.next()) {
        // The database numbers its own rows again.
        if (!"YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
          columns.add(new Column(rows.getString("COLUMN_NAME"), kind(rows.getString("TYPE_NAME"))));
        }
      }
    }
    return columns;
  }

  private static Kind kind(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (name.contains("timestamp")) {
      return Kind.MOMENT;
    }
    if (name.contains("bytea") || name.contains("binary")) {
      return Kind.BYTES;
    }
    return name.equals("date") ? Kind.DAY : Kind.PLAIN;
  }
}
