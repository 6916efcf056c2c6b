package madoguchi.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * A gateway as stands before many town halls: it passes everything on, but collects what comes back
 * until a block is full, so that events stay with it. It may also be cut off.
 */
final class Gateway implements AutoCloseable {

  private static final int BLOCK = 4_096;
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "keep-alive");

  private final HttpServer server;
  private final String behind;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile boolean cut;

  private Gateway(String behind) throws IOException {
    this.behind = behind;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  static Gateway before(String address) throws IOException {
    return new Gateway(address);
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Answers nobody any more, or again. */
  void cut(boolean off) {
    cut = off;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (cut) {
        return;
      }
      HttpResponse<InputStream> answer = http.send(request(exchange), BodyHandlers.ofInputStream());
      for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
        if (!OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
          exchange.getResponseHeaders().put(header.getKey(), header.getValue());
        }
      }
      boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
      if (!empty) {
        copy(answer.body(), exchange.getResponseBody());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  /** Whole blocks only, until the other side has ended. */
  private static void copy(InputStream from, OutputStream to) throws IOException {
    try (from;
        to) {
      for (byte[] block = from.readNBytes(BLOCK);
          block.length > 0;
          block = from.readNBytes(BLOCK)) {
        to.write(block);
        to.flush();
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
  }
}
