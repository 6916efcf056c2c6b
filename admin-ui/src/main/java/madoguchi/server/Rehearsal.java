package madoguchi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.server.seed.DefaultTown;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One start with a few visits, on a database that is thrown away, so that the JDK can note which
 * classes the program needs and how they are used (its AOT cache).
 */
final class Rehearsal {

  private Rehearsal() {}

  static void perform() {
    try {
      Path directory = Files.createTempDirectory("madoguchi-rehearsal");
      try {
        try (ConfigurableApplicationContext running = start(directory)) {
          visit(running);
        }
      } finally {
        FileSystemUtils.deleteRecursively(directory);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Nothing of the operator's own database, town or ports is touched, nor LINE. */
  private static ConfigurableApplicationContext start(Path directory) {
    // Its server has a context of its own, which heeds a variable of the environment before the
    // arguments: whoever waits there for a server that is healthy would find the rehearsal.
    System.setProperty("management.server.port", "0");
    return Server.application()
        .run(
            "--server.port=0",
            "--madoguchi.data-dir=" + directory,
            "--madoguchi.db.url=",
            "--madoguchi.redis.url=",
            "--madoguchi.master-key=",
            "--madoguchi.line.channel-secret=" + RehearsedDelivery.SECRET,
            "--madoguchi.line.channel-token=rehearsal",
            "--madoguchi.line.api-base-url=http://127.0.0.1:9",
            "--madoguchi.line.data-base-url=http://127.0.0.1:9");
  }

  private static void visit(ConfigurableApplicationContext running) throws IOException {
    FaqCatalog catalog = running.getBean(FaqCatalog.class);
    String question = catalog.snapshot(DefaultTown.CODE).entries().getFirst().question();
    String port = running.getEnvironment().getRequiredProperty("local.server.port");
    new RehearsedVisit("http://127.0.0.1:" + port).perform(DefaultTown.CODE, question);
  }
}
