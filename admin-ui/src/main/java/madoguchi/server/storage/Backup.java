package madoguchi.server.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import madoguchi.bot.jdbc.JdbcStorage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A logical backup: a zip with one file a table, a row a line as JSON, the same from H2 and from
 * PostgreSQL. It leaves out what {@link JdbcStorage#LEFT_OUT_OF_BACKUPS} lists, so that no backup
 * brings back what was erased, and who is logged in. What is sealed stays sealed: restoring needs
 * the same master key.
 */
public final class Backup {

  private static final Set<String> SESSIONS = Set.of("staff_session");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What has lost its words cannot be answered or sent any more; staff see what was to be sent. */
  private static final List<String> SETTLE =
      List.of(
          "UPDATE inbox SET outcome = 'failed' WHERE outcome IS NULL",
          "UPDATE outbox SET state = 'GIVEN_UP', note = 'restored'"
              + " WHERE state IN ('READY', 'TRYING')",
          "UPDATE conversation SET waiting_since = NULL");

  private Backup() {}

  /**
   * Writes everything as it stands at one moment; the file appears whole or not at all.
   *
   * @param progress is told each table's name before it is read
   */
  public static void write(DataSource source, Path file, Consumer<String> progress)
      throws IOException {
    try {
      writeTables(source, file, progress);
    } catch (SQLException broken) {
      throw new IllegalStateException("the database could not be read", broken);
    }
  }

  private static void writeTables(DataSource source, Path file, Consumer<String> progress)
      throws SQLException, IOException {
    Path growing = file.resolveSibling(file.getFileName() + ".part");
    try (Connection connection = source.getConnection();
        OutputStream out = Files.newOutputStream(growing);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      for (BackupTable table : BackupTable.all(connection)) {
        if (isLeftOut(table.name())) {
          continue;
        }
        progress.accept(table.name());
        zip.putNextEntry(new ZipEntry(table.name() + ".jsonl"));
        writeRows(connection, table, zip);
        zip.closeEntry();
      }
      connection.rollback();
    }
    try {
      Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException elsewhere) {
      Files.move(growing, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Whether there is something stored already, so that nothing may be restored over it. */
  public static boolean isEmpty(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM municipality")) {
      rows.next();
      return rows.getLong(1) == 0;
    } catch (SQLException broken) {
      throw new IllegalStateException("the database could not be read", broken);
    }
  }

  /** Brings a backup into an empty database, all or nothing. */
  public static void read(DataSource source, Path file, Consumer<String> progress)
      throws IOException {
    try {
      readTables(source, file, progress);
    } catch (SQLException broken) {
      throw new IllegalStateException("the backup does not fit the database", broken);
    }
  }

  private static void readTables(DataSource source, Path file, Consumer<String> progress)
      throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      connection.setAutoCommit(false);
      try {
        // Names come from the database, not from the zip.
        for (BackupTable table : BackupTable.all(connection)) {
          ZipEntry entry = zip.getEntry(table.name() + ".jsonl");
          if (entry != null && !isLeftOut(table.name())) {
            progress.accept(table.name());
            readRows(connection, table, zip, entry);
          }
        }
        try (Statement statement = connection.createStatement()) {
          for (String sentence : SETTLE) {
            statement.execute(sentence);
          }
        }
        connection.commit();
      } catch (SQLException | IOException | RuntimeException broken) {
        connection.rollback();
        throw broken;
      }
    }
  }

  private static boolean isLeftOut(String table) {
    return SESSIONS.contains(table) || Set.of().equals(JdbcStorage.LEFT_OUT_OF_BACKUPS.get(table));
  }

  private static void writeRows(Connection connection, BackupTable table, OutputStream out)
      throws SQLException, IOException {
    BackupTable kept =
        table.without(JdbcStorage.LEFT_OUT_OF_BACKUPS.getOrDefault(table.name(), Set.of()));
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(500);
      try (ResultSet rows = statement.executeQuery(kept.select())) {
        while (rows.next()) {
          out.write(JSON.writeValueAsBytes(kept.row(rows)));
          out.write('\n');
        }
      }
    }
  }

  private static void readRows(
      Connection connection, BackupTable table, ZipFile zip, ZipEntry entry)
      throws SQLException, IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
        PreparedStatement insert = connection.prepareStatement(table.insert())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        table.bind(insert, JSON.readValue(line, new TypeReference<Map<String, Object>>() {}));
        insert.executeUpdate();
      }
    }
  }
}
