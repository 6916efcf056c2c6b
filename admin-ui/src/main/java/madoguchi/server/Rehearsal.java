package madoguchi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start and a few questions on a database that is thrown away, so that the JDK can note which
 * classes the program needs (its AOT cache).
 */
final class Rehearsal {

  private Rehearsal() {}

  static void perform() {
    try {
      Path directory = Files.createTempDirectory("madoguchi-rehearsal");
      try {
        SpringApplication server = new SpringApplication(Server.class);
        // Nothing of the operator's own database, town or ports is touched.
        try (ConfigurableApplicationContext running =
            server.run(
                "--server.port=0",
                "--management.server.port=0",
                "--madoguchi.data-dir=" + directory,
                "--madoguchi.db.url=",
                "--madoguchi.master-key=")) {
          running.getId();
        }
      } finally {
        delete(directory);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
