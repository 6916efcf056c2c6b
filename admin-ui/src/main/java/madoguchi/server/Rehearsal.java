package madoguchi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.server.seed.DefaultTown;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One start with a few visits and a rush on LINE, on a database that is thrown away, so that the
 * JDK can note which classes the program needs and how its methods are used (its AOT cache, JEP 483
 * and 515): a server that has just started then compiles at once what a burst needs.
 */
final class Rehearsal {

  /** So many questions on LINE that the compiler would know where the time goes. */
  private static final int RUSH = 3_000;

  /** In seconds; what is not answered by then was not needed. */
  private static final int LONGEST_WAIT = 20;

  private Rehearsal() {}

  static void perform() {
    try {
      Path directory = Files.createTempDirectory("madoguchi-rehearsal");
      try {
        try (RehearsedLine line = new RehearsedLine(RUSH);
            ConfigurableApplicationContext running = start(directory, line)) {
          visit(running, line);
        }
      } finally {
        FileSystemUtils.deleteRecursively(directory);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Nothing of the operator's own database, town or ports is touched, nor LINE. */
  private static ConfigurableApplicationContext start(Path directory, RehearsedLine line) {
    return new SpringApplication(Server.class)
        .run(
            "--server.port=0",
            "--management.server.port=0",
            "--madoguchi.data-dir=" + directory,
            "--madoguchi.db.url=",
            "--madoguchi.redis.url=",
            "--madoguchi.master-key=",
            "--madoguchi.line.channel-secret=" + RehearsedDelivery.SECRET,
            "--madoguchi.line.channel-token=rehearsal",
            "--madoguchi.line.api-base-url=" + line.address(),
            "--madoguchi.line.data-base-url=" + line.address());
  }

  private static void visit(ConfigurableApplicationContext running, RehearsedLine line)
      throws IOException {
    List<FaqEntry> entries = running.getBean(FaqCatalog.class).snapshot(DefaultTown.CODE).entries();
    String port = running.getEnvironment().getRequiredProperty("local.server.port");
    RehearsedVisit visit = new RehearsedVisit("http://127.0.0.1:" + port);
    visit.perform(DefaultTown.CODE, entries.getFirst().question());
    new RehearsedRush(visit, entries).perform(RUSH);
    System.out.println(line.await(LONGEST_WAIT) ? "all were answered" : "some were not answered");
  }
}
