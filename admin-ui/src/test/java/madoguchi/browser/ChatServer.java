package madoguchi.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.Server;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The real server with the demo town on an embedded database: one for all tests of the browser, and
 * such as may be stopped.
 */
final class ChatServer implements AutoCloseable {

  private static final ChatServer ONLY = only();

  private final ConfigurableApplicationContext context;

  /** On a directory of its own, at that port; 0 for a free one. */
  ChatServer(Path data, int port) {
    context =
        new SpringApplicationBuilder(Server.class)
            .initializers(ChatServer::withThreadsOfItsOwn)
            .run(
                "--server.port=" + port,
                "--management.server.port=0",
                "--madoguchi.data-dir=" + data,
                "--madoguchi.admin-password=browser-tests-only");
  }

  private static ChatServer only() {
    try {
      Path data = Files.createTempDirectory("madoguchi-browser");
      ChatServer server = new ChatServer(data, 0);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(data)));
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static ChatServer running() {
    return ONLY;
  }

  String address() {
    return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** Adds a setting to the demo town. */
  void set(String name, String value) {
    Municipalities towns = context.getBean(Municipalities.class);
    Municipality demo = towns.find(new MunicipalityCode("demo")).orElseThrow();
    Map<String, String> settings = new HashMap<>(demo.settings());
    settings.put(name, value);
    towns.store(
        new Municipality(
            demo.code(),
            demo.name(),
            demo.telephone(),
            demo.hours(),
            List.copyOf(demo.departments()),
            settings));
  }

  /** The network's threads are shared by all servers of a JVM, and the first to end ends them. */
  private static void withThreadsOfItsOwn(ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context)
        .registerBean(
            ReactorResourceFactory.class,
            () -> {
              ReactorResourceFactory threads = new ReactorResourceFactory();
              threads.setUseGlobalResources(false);
              threads.setShutdownQuietPeriod(Duration.ofMillis(100));
              return threads;
            });
  }

  @Override
  public void close() {
    context.close();
  }

  private void stop(Path data) {
    close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
