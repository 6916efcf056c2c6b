package madoguchi.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import madoguchi.acceptance.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many open streams of events on a small heap; a message comes to each. {@code -Dstreams=2000
 * -Dstreams.rate=100 -Dstreams.warm=6000} for the figures: so many messages are answered first.
 */
@Tag("alone")
class StreamsTest {

  private static final int STREAMS = Integer.getInteger("streams", 200);
  private static final int RATE = Integer.getInteger("streams.rate", 40);

  private static final int PER_CHAT = 5;
  private static final int WARM = Integer.getInteger("streams.warm", 0);

  /** One resident with an open chat. */
  private record Chat(String path, String token, CountDownLatch open, long[] heard, long[] said) {}

  @Test
  void bringsEachItsMessage(@TempDir Path folder) throws Exception {
    AtomicInteger open = new AtomicInteger();
    try (ServerProcess server =
        new ServerProcess(folder.resolve("data"), Map.of(), ServerProcess.productionFlags())) {
      if (STREAMS > 200) {
        await()
            .atMost(Duration.ofSeconds(120))
            .until(() -> server.printed().contains("learned from its entries"));
      }
      warm(server);
      List<Chat> chats = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        Chat chat = begin(server);
        chats.add(chat);
        Thread.ofVirtual().start(() -> listen(server, chat, open));
      }
      for (Chat chat : chats) {
        assertThat(chat.open.await(30, TimeUnit.SECONDS)).isTrue();
      }
      Semaphore saying = new Semaphore(64);
      long start = System.nanoTime();
      for (int i = 0; i < STREAMS; i++) {
        Chat chat = chats.get(i);
        long due = start + (long) (i * 1e9 / RATE);
        LockSupport.parkNanos(due - System.nanoTime());
        saying.acquire();
        Thread.ofVirtual()
            .start(
                () -> {
                  say(server, chat, "m1", "転入届");
                  saying.release();
                });
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> chats.stream().allMatch(chat -> chat.heard[0] != 0));
      Figures delivered =
          Figures.ofNanos(
              LongStream.range(0, STREAMS)
                  .map(i -> chats.get((int) i).heard[0] - chats.get((int) i).said[0]));
      System.out.println("streams open: " + open.get() + "; message after " + delivered);
      assertThat(open).hasValue(STREAMS);
      assertThat(server.isAlive()).isTrue();
      assertThat(server.printed()).doesNotContain("OutOfMemory", "could not be looked after");
      long stopping = System.nanoTime();
      server.stop();
      System.out.println("stopped in " + (System.nanoTime() - stopping) / 1_000_000 + " ms");
      await().atMost(Duration.ofSeconds(10)).until(() -> open.get() == 0);
    }
  }

  /** Other residents have been here before, with streams of their own. */
  private static void warm(ServerProcess server) throws Exception {
    List<String> questions = Questions.all();
    List<Thread> residents = new ArrayList<>();
    for (int r = 0; r < 16 && WARM > 0; r++) {
      int resident = r;
      residents.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = resident; i < WARM; i += 16 * PER_CHAT) {
                      converse(server, questions, i);
                    }
                  }));
    }
    for (Thread resident : residents) {
      resident.join();
    }
  }

  private static void converse(ServerProcess server, List<String> questions, int from) {
    try {
      Chat chat = begin(server);
      Thread listening = Thread.ofVirtual().start(() -> listen(server, chat, new AtomicInteger()));
      for (int i = 0; i < PER_CHAT; i++) {
        say(server, chat, "w" + i, questions.get((from + i) % questions.size()));
      }
      listening.interrupt();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static Chat begin(ServerProcess server) throws IOException {
    JsonNode opened =
        JsonMapper.shared()
            .readTree(
                server
                    .send(
                        HttpRequest.newBuilder(server.at("/api/v1/demo/conversations"))
                            .POST(BodyPublishers.noBody()))
                    .body());
    return new Chat(
        "/api/v1/demo/conversations/" + opened.get("conversationId").asString(),
        opened.get("token").asString(),
        new CountDownLatch(1),
        new long[1],
        new long[1]);
  }

  private static void say(ServerProcess server, Chat chat, String id, String text) {
    chat.said[0] = System.nanoTime();
    try {
      server.send(
          HttpRequest.newBuilder(server.at(chat.path + "/messages"))
              .header("Authorization", "Bearer " + chat.token)
              .header("Content-Type", "application/json")
              .POST(
                  BodyPublishers.ofString(
                      "{\"clientMessageId\":\"%s\",\"text\":\"%s\"}"
                          .formatted(id, text.replace("\\", "").replace("\"", "")))));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /** Raw, for a client of two thousand connections must not need more than the server. */
  private static void listen(ServerProcess server, Chat chat, AtomicInteger open) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + chat.path
                      + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + chat.token
                      + "\r\nAccept: text/event-stream\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[2_048];
      StringBuilder last = new StringBuilder();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        last.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        if (chat.open.getCount() > 0 && last.indexOf("event:state") >= 0) {
          open.incrementAndGet();
          chat.open.countDown();
        }
        if (chat.heard[0] == 0 && last.indexOf("event:message") >= 0) {
          chat.heard[0] = System.nanoTime();
        }
        if (last.indexOf("\r\n0\r\n\r\n") >= 0) {
          break;
        }
      }
    } catch (IOException gone) {
      // The server has ended the stream.
      return;
    } finally {
      if (chat.open.getCount() == 0) {
        open.decrementAndGet();
      }
    }
  }
}
