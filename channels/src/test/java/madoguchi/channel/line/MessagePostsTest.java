package madoguchi.channel.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.trafficlistener.WiremockNetworkTrafficListener;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.PushMessageResponse;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageResponse;
import com.linecorp.bot.messaging.model.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

/** What LINE sees is what the SDK's client would send, and no call outlives its deadline. */
class MessagePostsTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");
  private static final List<Message> MESSAGES =
      List.of(new TextMessage("ごみ👨‍👩‍👧‍👦"), new TextMessage("\u0000"));
  private static final int SIDE_BY_SIDE = 12;
  private static final UUID KEY = new UUID(1, 2);

  @Test
  void sendsToTheByteWhatTheSdkSends() throws Exception {
    ReplyMessageRequest reply = new ReplyMessageRequest("t", MESSAGES, false);
    PushMessageRequest push = new PushMessageRequest("U1", MESSAGES, false, List.of());
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (ServerSocket line = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(line, seen));
      for (String path : List.of("/", "/under/it/")) {
        URI base = URI.create("http://localhost:" + line.getLocalPort() + path);
        MessagingApiClient sdk =
            MessagingApiClient.builder("token").apiEndPoint(base).usingDefaultLogger(false).build();
        MessagePosts posts = new MessagePosts("token", base, LONG, Dns.SYSTEM);

        assertThat(posts.post("/v2/bot/message/reply", null, reply, ReplyMessageResponse.class))
            .isEqualTo(sdk.replyMessage(reply).get());
        assertThat(next(seen)).isEqualTo(next(seen)).contains("Bearer token", "line-botsdk-java");

        assertThat(posts.post("/v2/bot/message/push", KEY, push, PushMessageResponse.class))
            .isEqualTo(sdk.pushMessage(KEY, push).get());
        assertThat(next(seen)).isEqualTo(next(seen)).contains(KEY.toString());
      }
    }
  }

  @Test
  void waitsNoLongerForANameThanForAllElse() {
    CountDownLatch never = new CountDownLatch(1);
    MessagePosts posts =
        posts(
            Duration.ofMillis(200),
            host -> {
              await().atMost(Duration.ofMinutes(1)).until(() -> never.getCount() == 0);
              return List.of();
            });
    try {
      assertThatThrownBy(() -> send(posts))
          .isInstanceOf(InterruptedIOException.class)
          .hasMessage("timeout");
    } finally {
      never.countDown();
    }
  }

  @Test
  void saysThatANameIsUnknown() {
    MessagePosts posts =
        posts(
            LONG,
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> send(posts)).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void endsAtOnceWhenItsThreadIsStopped() throws Exception {
    WireMockServer line = new WireMockServer(options().dynamicPort());
    line.start();
    try {
      line.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(60_000)));
      MessagePosts posts =
          new MessagePosts("token", URI.create(line.baseUrl() + "/"), LONG, Dns.SYSTEM);
      AtomicReference<Throwable> end = new AtomicReference<>();
      CompletableFuture<Boolean> stopped = new CompletableFuture<>();
      CountDownLatch begun = new CountDownLatch(1);
      Thread call =
          Thread.ofVirtual()
              .start(
                  () -> {
                    begun.countDown();
                    try {
                      send(posts);
                    } catch (IOException | RuntimeException broken) {
                      end.set(broken);
                    }
                    stopped.complete(Thread.currentThread().isInterrupted());
                  });
      begun.await();
      await()
          .until(
              () ->
                  call.getState() == Thread.State.WAITING
                      || call.getState() == Thread.State.TIMED_WAITING);
      call.interrupt();
      assertThat(stopped.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(end.get()).isInstanceOf(IOException.class);
    } finally {
      line.stop();
    }
  }

  @Test
  void connectsForNobodyWhoIsStopped() throws Exception {
    try (ServerSocket line = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI base = URI.create("http://127.0.0.1:" + line.getLocalPort() + "/");
      MessagePosts posts = new MessagePosts("token", base, LONG, Dns.SYSTEM);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> send(posts)).isInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void keepsTheConnectionsOfABurst() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    WireMockServer line =
        new WireMockServer(
            options()
                .dynamicPort()
                .networkTrafficListener(
                    new WiremockNetworkTrafficListener() {
                      @Override
                      public void opened(Socket socket) {
                        opened.incrementAndGet();
                      }

                      @Override
                      public void incoming(Socket socket, ByteBuffer bytes) {}

                      @Override
                      public void outgoing(Socket socket, ByteBuffer bytes) {}

                      @Override
                      public void closed(Socket socket) {}
                    }));
    line.start();
    try {
      line.stubFor(any(anyUrl()).willReturn(okJson("{\"sentMessages\":[]}").withFixedDelay(100)));
      MessagePosts posts =
          new MessagePosts("token", URI.create(line.baseUrl() + "/"), LONG, Dns.SYSTEM);
      for (int round = 0; round < 3; round++) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
          List<Callable<Boolean>> calls =
              Collections.nCopies(
                  SIDE_BY_SIDE,
                  () -> {
                    send(posts);
                    return true;
                  });
          for (Future<Boolean> call : callers.invokeAll(calls)) {
            assertThat(call.get()).isTrue();
          }
        }
      }
      assertThat(opened.get()).isBetween(1, SIDE_BY_SIDE);
    } finally {
      line.stop();
    }
  }

  private static MessagePosts posts(Duration deadline, Dns names) {
    return new MessagePosts("token", URI.create("http://line.invalid/"), deadline, names);
  }

  private static void send(MessagePosts posts) throws IOException {
    posts.post(
        "/v2/bot/message/reply",
        null,
        new ReplyMessageRequest("t", MESSAGES, false),
        ReplyMessageResponse.class);
  }

  private static String next(BlockingQueue<String> seen) throws InterruptedException {
    return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
  }

  /** Takes down each request as it came. */
  private static void serve(ServerSocket line, BlockingQueue<String> seen) {
    while (!line.isClosed()) {
      try (Socket socket = line.accept()) {
        StringBuilder request = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (request.indexOf("\r\n\r\n") < 0) {
          request.append((char) in.read());
        }
        Matcher length = LENGTH.matcher(request);
        if (length.find()) {
          request.append(
              new String(
                  in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1));
        }
        seen.add(request.toString());
        String body = "{\"sentMessages\":[{\"id\":\"1\",\"quoteToken\":\"q\"}]}";
        String answer =
            "HTTP/1.1 200 OK\r\nConnection: close\r\nx-line-request-id: r1\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException ended) {
        // The next one, or none when the test is over.
      }
    }
  }
}
