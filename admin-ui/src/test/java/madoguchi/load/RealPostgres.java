package madoguchi.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import madoguchi.acceptance.ServerProcess;

/** A PostgreSQL that flushes every commit, as in production; can be killed and started again. */
final class RealPostgres implements AutoCloseable {

  private final Path data;
  private final int port = ServerProcess.freePort();
  private EmbeddedPostgres server;

  RealPostgres(Path data) {
    this.data = data;
    start();
  }

  void start() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data.toFile())
              .setCleanDataDirectory(false)
              .setPort(port)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "60")
              .start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a server must be told to use it. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("MADOGUCHI_DB_URL", server.getJdbcUrl("postgres", "postgres"));
    environment.put("MADOGUCHI_DB_USER", "postgres");
    environment.put("MADOGUCHI_DB_PASSWORD", "postgres");
    return environment;
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
    java.util.List<ProcessHandle> all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(postmaster), postmaster.descendants())
            .toList();
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
}
