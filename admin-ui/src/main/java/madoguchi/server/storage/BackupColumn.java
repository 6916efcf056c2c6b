package madoguchi.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column that is filled by whoever inserts, and its values as JSON can hold them. */
record BackupColumn(String name, Kind kind) {

  enum Kind {
    BYTES,
    MOMENT,
    DAY,
    PLAIN
  }

  /** As the database names its type. */
  static BackupColumn of(String name, String type) {
    return new BackupColumn(name, kind(type.toLowerCase(Locale.ROOT)));
  }

  private static Kind kind(String type) {
    if (type.contains("timestamp")) {
      return Kind.MOMENT;
    }
    if (type.contains("bytea") || type.contains("binary")) {
      return Kind.BYTES;
    }
    return type.equals("date") ? Kind.DAY : Kind.PLAIN;
  }

  @Nullable Object value(ResultSet rows) throws SQLException {
    return switch (kind) {
      case BYTES -> {
        byte[] bytes = rows.getBytes(name);
        yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
      }
      case MOMENT -> text(rows.getObject(name, OffsetDateTime.class));
      case DAY -> text(rows.getObject(name, LocalDate.class));
      case PLAIN -> rows.getObject(name);
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  Object parsed(Object value) {
    return switch (kind) {
      case BYTES -> Base64.getDecoder().decode((String) value);
      case MOMENT -> OffsetDateTime.parse((String) value);
      case DAY -> LocalDate.parse((String) value);
      case PLAIN -> value;
    };
  }
}
