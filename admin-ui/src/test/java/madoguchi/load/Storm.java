package madoguchi.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Residents who write, at a fixed rate whether they are answered or not: signed webhooks of one
 * event each, over connections that stay open. What comes late because the server is slow counts as
 * late.
 */
final class Storm {

  static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";

  private final String run;
  private final List<String> texts;
  private final int users;
  private final double perSecond;
  private final int count;
  private final int connections;
  private final List<Integer> ports;
  private final String path;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private final java.util.concurrent.atomic.AtomicIntegerArray status;
  private final long[] due;
  private final long[] tookNanos;
  private final String[] tokens;
  private volatile boolean stopped;

  /**
   * Events that are still to be sent.
   *
   * @param perSecond 0: as fast as they are answered
   * @param ports of the nodes, taken in turn
   */
  Storm(
      String run,
      List<String> questions,
      int users,
      double perSecond,
      int count,
      int connections,
      String path,
      List<Integer> ports) {
    this.run = run;
    // Without what JSON would have to escape.
    this.texts = questions.stream().map(q -> q.replace("\\", "").replace("\"", "")).toList();
    this.users = users;
    this.perSecond = perSecond;
    this.count = count;
    this.connections = connections;
    this.path = path;
    this.ports = ports;
    this.status = new java.util.concurrent.atomic.AtomicIntegerArray(count);
    this.due = new long[count];
    this.tookNanos = new long[count];
    this.tokens = new String[count];
  }

  /** Returns once all were sent and answered, or failed. */
  void blow() throws InterruptedException {
    long start = System.nanoTime();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      senders.add(Thread.ofVirtual().start(() -> send(start)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /** Nothing more is sent. */
  void stop() {
    stopped = true;
  }

  /** How many were sent, or begun to be sent: all before this one, and none after it. */
  int sent() {
    return begun.get();
  }

  String eventId(int index) {
    return "01LOAD" + run + digits(index, 10);
  }

  int count() {
    return count;
  }

  /** The status of an event's webhook; 0: none came, so nobody knows whether it was stored. */
  int status(int index) {
    return status.get(index);
  }

  /** From the moment it was due, in nanoseconds. */
  long took(int index) {
    return tookNanos[index];
  }

  /** When it was due, by the wall clock in milliseconds. */
  long due(int index) {
    return due[index];
  }

  /** Its reply token; null when it was never sent. */
  String token(int index) {
    return tokens[index];
  }

  int user(int index) {
    return index % users;
  }

  private void send(long start) {
    Mac mac = mac();
    try (Connection connection = new Connection()) {
      for (int i = next.getAndIncrement(); i < count && !stopped; i = next.getAndIncrement()) {
        long dueAt = perSecond == 0 ? System.nanoTime() : start + (long) (i / perSecond * 1e9);
        for (long left = dueAt - System.nanoTime(); left > 0; left = dueAt - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        int number = i + 1;
        begun.accumulateAndGet(number, Math::max);
        due[i] = System.currentTimeMillis() - (System.nanoTime() - dueAt) / 1_000_000;
        tokens[i] = LeanLine.token(run, i);
        int answer = connection.post(ports.get(i % ports.size()), request(i, mac));
        tookNanos[i] = System.nanoTime() - dueAt;
        status.set(i, answer);
      }
    }
  }

  /** Put together by hand: what the generator needs, the server beside it lacks. */
  private byte[] request(int i, Mac mac) {
    byte[] body =
        ("{\"destination\":\"Uload\",\"events\":[{\"type\":\"message\",\"mode\":\"active\",\"timestamp\":"
                + System.currentTimeMillis()
                + ",\"source\":{\"type\":\"user\",\"userId\":\"U"
                + run
                + digits(user(i), 6)
                + "\"},\"webhookEventId\":\""
                + eventId(i)
                + "\",\"deliveryContext\":{\"isRedelivery\":false},\"replyToken\":\""
                + tokens[i]
                + "\",\"message\":{\"type\":\"text\",\"id\":\""
                + i
                + "\",\"text\":\""
                + texts.get(i % texts.size())
                + "\"}}]}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "x-line-signature: "
                + Base64.getEncoder().encodeToString(mac.doFinal(body))
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private static String digits(int number, int count) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, count - digits.length())) + digits;
  }

  private static Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** One connection to each node, made anew when it breaks. */
  private static final class Connection implements AutoCloseable {

    private final java.util.Map<Integer, Socket> sockets = new java.util.HashMap<>();
    private final java.util.Map<Integer, LeanHttp> readers = new java.util.HashMap<>();

    int post(int port, byte[] request) {
      try {
        Socket socket = sockets.get(port);
        if (socket == null) {
          socket = new Socket();
          socket.setTcpNoDelay(true);
          socket.setSoTimeout(10_000);
          socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
          sockets.put(port, socket);
          readers.put(port, new LeanHttp(socket.getInputStream()));
        }
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        LeanHttp.Message answer = readers.get(port).read();
        if (answer == null || answer.closes()) {
          drop(port);
        }
        return answer == null ? 0 : answer.status();
      } catch (IOException broken) {
        drop(port);
        return 0;
      }
    }

    private void drop(int port) {
      readers.remove(port);
      Socket socket = sockets.remove(port);
      try {
        if (socket != null) {
          socket.close();
        }
      } catch (IOException gone) {
        // Nothing is left to close.
      }
    }

    @Override
    public void close() {
      List.copyOf(sockets.keySet()).forEach(this::drop);
    }
  }
}
