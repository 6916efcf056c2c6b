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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The server as a process of its own, as an operator runs it; it can be killed and started again.
 */
final class ServerProcess implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Map<String, String> environment;
  private Process process;

  ServerProcess(Path data, Map<String, String> environment) {
    this.data = data;
    this.environment = environment;
    start();
  }

  /** Starts it and returns once it is healthy. */
  void start() {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath(),
                "madoguchi.server.Server"));
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
    await().atMost(Duration.ofSeconds(60)).until(this::isHealthy);
  }

  /** As the kernel or a power cut would: no hook runs. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to stop and waits. */
  int stop() throws InterruptedException {
    process.destroy();
    process.waitFor(20, TimeUnit.SECONDS);
    return process.exitValue();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /** All that it printed so far. */
  String printed() {
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

  private static String classpath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path") + File.pathSeparator);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
