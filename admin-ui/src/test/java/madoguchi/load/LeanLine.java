package madoguchi.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A LINE that is cheap enough to stand beside what is measured: takes replies only, and of LINE's
 * rules keeps those that decide whether a message is lost or doubled: each token is good for one
 * reply and for one minute. A token tells when it was given out. Keeps a book.
 */
final class LeanLine implements AutoCloseable {

  static final String TOKEN = "load-channel-token";

  private static final long MINUTE = 60_000;
  private static final String OK = "{\"sentMessages\":[{\"id\":\"1\",\"quoteToken\":\"q\"}]}";
  private static final String NO = "{\"message\":\"Invalid reply token\"}";

  private final ServerSocket server;
  private final Map<String, Delivered> book = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong pushed = new AtomicLong();

  /**
   * A reply that a resident has read.
   *
   * @param order counts all replies of all residents
   */
  record Delivered(long order, long at) {}

  LeanLine(int port) {
    try {
      server = new ServerSocket(port, 1_000, InetAddress.getLoopbackAddress());
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** A token that is given out now. */
  static String token(String run, int index) {
    return run + '-' + index + '-' + System.currentTimeMillis();
  }

  /** Which event a token was for. */
  static int index(String token) {
    return Integer.parseInt(token.split("-")[1]);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** By token. */
  Map<String, Delivered> book() {
    return new TreeMap<>(book);
  }

  /** How often a reply was refused: its token was used before, unknown or dead. */
  long refused() {
    return refused.get();
  }

  /** How often something was pushed, which a town pays for. */
  long pushed() {
    return pushed.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException refused) {
        // Too many at once, or closed: the loop looks.
        continue;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      LeanHttp http = new LeanHttp(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (LeanHttp.Message m = http.read(); m != null; m = http.read()) {
        out.write(answer(m));
        out.flush();
      }
    } catch (IOException gone) {
      // The other side was killed; that is what is tested.
    }
  }

  private byte[] answer(LeanHttp.Message message) {
    if (message.first().startsWith("GET /book")) {
      return http(
          200,
          book.entrySet().stream()
              .map(e -> e.getKey() + '\t' + e.getValue().order + '\t' + e.getValue().at)
              .collect(Collectors.joining("\n", refused.get() + "\n", "")));
    }
    if (!message.authorization().equals("Bearer " + TOKEN)) {
      return http(401, NO);
    }
    if (message.first().contains("/message/push")) {
      pushed.incrementAndGet();
      return http(200, OK);
    }
    if (message.first().startsWith("POST /v2/bot/chat/loading/start ")) {
      return http(202, "{}");
    }
    boolean taken =
        message.first().startsWith("POST /v2/bot/message/reply ") && take(field(message.text()));
    if (!taken) {
      refused.incrementAndGet();
    }
    return taken ? http(200, OK) : http(400, NO);
  }

  private boolean take(String token) {
    long now = System.currentTimeMillis();
    long issued = Long.parseLong(token.substring(token.lastIndexOf('-') + 1));
    return now - issued <= MINUTE
        && book.putIfAbsent(token, new Delivered(count.incrementAndGet(), now)) == null;
  }

  private static String field(String body) {
    int from = body.indexOf("\"replyToken\":\"") + 14;
    return body.substring(from, body.indexOf('"', from));
  }

  private static byte[] http(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nx-line-request-id: r\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, status == 200 ? "OK" : "No", bytes.length);
    byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = java.util.Arrays.copyOf(headBytes, headBytes.length + bytes.length);
    System.arraycopy(bytes, 0, all, headBytes.length, bytes.length);
    return all;
  }

  /** The book of one that runs by itself, with the number of refusals under the empty token. */
  static Map<String, Delivered> read(String text) {
    Map<String, Delivered> book = new TreeMap<>();
    List<String> lines = text.lines().toList();
    book.put("", new Delivered(Long.parseLong(lines.getFirst()), 0));
    lines.stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(
            cells ->
                book.put(
                    cells[0], new Delivered(Long.parseLong(cells[1]), Long.parseLong(cells[2]))));
    return book;
  }

  /** Runs until it is stopped: {@code LeanLine PORT}. */
  public static void main(String[] args) throws InterruptedException {
    LeanLine line = new LeanLine(Integer.parseInt(args[0]));
    System.out.println("lean LINE at " + line.baseUrl());
    Thread.currentThread().join();
  }
}
