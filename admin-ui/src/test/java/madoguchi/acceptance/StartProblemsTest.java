package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can put right is said in one clear line, and the process ends with 1. */
class StartProblemsTest {

  private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir Path folder;

  private final List<Program> started = new ArrayList<>();

  private Program start(String data, Map<String, String> environment, String... arguments)
      throws IOException {
    Program program = Program.start(folder.resolve(data), environment, arguments);
    started.add(program);
    return program;
  }

  @AfterEach
  void end() {
    started.forEach(Program::close);
  }

  @Test
  void saysThatAPortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      String port = String.valueOf(taken.getLocalPort());
      start("site", Map.of("SERVER_PORT", port, "MADOGUCHI_LOG_LEVEL", "WARN"))
          .endedWithOneLine(1, port + "番ポート", "SERVER_PORT");
    }
  }

  @Test
  void saysThatTheDataCannotBeWrittenOrAreInUse() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no directory");
    Path used = Files.createDirectories(folder.resolve("used"));
    try (FileChannel lock =
        FileChannel.open(
            used.resolve("madoguchi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.tryLock()).isNotNull();
      String below = file.resolve("data").toString();
      Program unwritable = start("unwritable", Map.of("MADOGUCHI_DATA_DIR", below));
      Program second = start("used", Map.of());
      unwritable.endedWithOneLine(1, below, "MADOGUCHI_DATA_DIR");
      second.endedWithOneLine(1, used.toString(), "in use by a running server");
    }
  }

  @Test
  void saysThatTheDatabaseCannotBeReached() throws Exception {
    Program unreachable =
        start(
            "unreachable",
            Map.of(
                "MADOGUCHI_DB_URL",
                "jdbc:postgresql://127.0.0.1:9/nobody",
                "MADOGUCHI_DB_USER",
                "u"));
    unreachable.endedWithOneLine(1, "MADOGUCHI_DB_URL");
  }

  @Test
  void saysWhichSettingDoesNotFitInAStartAndInACommand() throws Exception {
    Program workers = start("workers", Map.of("MADOGUCHI_WORKERS", "many"));
    Program command = start("command", Map.of("SERVER_PORT", "99999"), "reset-admin");
    Program line = start("line", Map.of("MADOGUCHI_LINE_API_BASE_URL", "api.line.me"));
    workers.endedWithOneLine(1, "MADOGUCHI_WORKERS");
    line.endedWithOneLine(1, "MADOGUCHI_LINE_API_BASE_URL", "https://");
    command.endedWithOneLine(1, "SERVER_PORT", "65535");
  }

  @Test
  void rehearsesOnNoPortOfTheOperators() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      start("rehearsal", Map.of("SERVER_PORT", port, "MANAGEMENT_SERVER_PORT", port), "rehearse")
          .ended(0);
    }
  }

  @Test
  void saysThatTheKeyIsNotTheDatabases() throws Exception {
    start("data", Map.of(), "town", "probe", "--name", "probe").ended(0);

    start("data", Map.of("MADOGUCHI_MASTER_KEY", OTHER_KEY))
        .endedWithOneLine(1, "鍵", "master key is not this database's");
    Files.delete(folder.resolve("data").resolve("master.key"));
    start("data", Map.of()).endedWithOneLine(1, "master.key", "missing");
  }
}
