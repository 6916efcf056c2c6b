package madoguchi.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The server as a process of its own, as an operator runs it; it can be killed and started again.
 */
public final class ServerProcess implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Map<String, String> environment;
  private final List<String> command;
  private Process process;

  public ServerProcess(Path data, Map<String, String> environment) {
    this(data, environment, ServerArchive.FLAGS);
  }

  /** With other flags for the JVM than short tests need; returns once it is healthy. */
  public ServerProcess(Path data, Map<String, String> environment, List<String> flags) {
    this(data, command(flags), environment);
  }

  private ServerProcess(Path data, List<String> command, Map<String, String> environment) {
    this.data = data;
    this.environment = environment;
    this.command = command;
    start();
  }

  /** What {@code ./run} gives. */
  public static List<String> productionFlags() {
    return List.of(
        "-Xmx256m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:Tier2InvokeNotifyFreqLog=13",
        "-XX:Tier2BackedgeNotifyFreqLog=17",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /**
   * The classes under test, or with {@code -Dserver.app} the folder that {@code ./run} has made,
   * with its cache of classes and profiles.
   */
  private static List<String> command(List<String> flags) {
    String app = System.getProperty("server.app", "");
    if (app.isBlank()) {
      return ServerArchive.command(flags);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-XX:AOTCache=" + app + "/madoguchi.aot");
    command.addAll(List.of("-jar", app + "/madoguchi.jar"));
    return command;
  }

  /** Starts it and returns once it is healthy. */
  public void start() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    builder.environment().put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
    builder.environment().put("MADOGUCHI_DATA_DIR", data.toString());
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      process = builder.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    try {
      await().atMost(Duration.ofSeconds(180)).until(this::isHealthy);
    } catch (RuntimeException | AssertionError never) {
      // Nobody closes what has not come up.
      kill();
      throw never;
    }
  }

  /** As the kernel or a power cut would: no hook runs. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to stop and waits. */
  public int stop() throws InterruptedException {
    process.destroy();
    process.waitFor(20, TimeUnit.SECONDS);
    return process.exitValue();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** An address on the operator's port. */
  public URI atManagement(String path) {
    return URI.create("http://127.0.0.1:" + managementPort + path);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** All that it printed so far. */
  public String printed() {
    try {
      return Files.readString(log());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private Path log() {
    return data.resolveSibling(data.getFileName() + ".out");
  }

  private boolean isHealthy() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended by itself:\n" + printed());
    }
    try {
      URI health = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health");
      return send(HttpRequest.newBuilder(health)).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** That of the tests, which holds the server. */
  public static String classpath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path") + File.pathSeparator);
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
