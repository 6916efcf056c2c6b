package madoguchi.load;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.acceptance.ServerProcess;

/** A PostgreSQL that flushes every commit, as in production; can be killed and started again. */
final class RealPostgres implements AutoCloseable {

  private final Path data;
  private final EmbeddedPostgres server;
  private final String url;
  private final List<String> command;

  RealPostgres(Path data) {
    this.data = data;
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data.toFile())
              .setPort(ServerProcess.freePort())
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "60")
              .start();
      url = server.getJdbcUrl("postgres", "postgres");
      command = command();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Again as it was started first; returns once it answers. */
  void start() {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    await().atMost(Duration.ofSeconds(30)).until(this::answers);
  }

  /** What a server must be told to use it. */
  Map<String, String> environment() {
    return Map.of(
        "MADOGUCHI_DB_URL", url,
        "MADOGUCHI_DB_USER", "postgres",
        "MADOGUCHI_DB_PASSWORD", "postgres");
  }

  long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The postmaster and every backend, at once. */
  void kill() {
    ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private boolean answers() {
    try {
      DriverManager.getConnection(url, "postgres", "postgres").close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** PostgreSQL does not run as root: there it runs in a user's namespace of its own. */
  private List<String> command() throws IOException {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(List.of("unshare", "-U"));
    }
    String line = Files.readString(Path.of("/proc/" + pid() + "/cmdline"));
    words.addAll(Arrays.stream(line.split("\0")).filter(word -> !word.isEmpty()).toList());
    return words;
  }
}
