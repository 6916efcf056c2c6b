package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;

/** Bodies are bounded one by one and all together, and slow ones are not waited for. */
class RawBodyTest {

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final BodyBudget budget = new BodyBudget(6_000_000);

  @Test
  void keepsTheBytesAsTheyCame() throws Refused {
    try (BodyShare share = budget.share()) {
      byte[] body =
          reader(share).keep(of(Flux.just("{\"a\":", "\"窓口\"}").map(RawBodyTest::buffer)));
      assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"窓口\"}");
      assertThat(budget.held()).isEqualTo(body.length);
    }
    assertThat(budget.held()).isZero();
  }

  @Test
  void countsOnlyWhatHasReallyCome() {
    try (BodyShare share = budget.share()) {
      Flux<DataBuffer> stalled = Flux.concat(Flux.just(buffer("{")), Flux.never());
      assertThat(refusal(() -> reader(share).keep(of(stalled)))).isEqualTo(Refusal.UNFINISHED);
      assertThat(budget.held()).isEqualTo(1);
    }
  }

  @Test
  void refusesMoreThanAllMayHoldTogether() throws Refused {
    List<BodyShare> shares = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      BodyShare share = budget.share();
      shares.add(share);
      assertThat(reader(share).keep(of(Flux.just(buffer("x".repeat(1_000_000))))))
          .hasSize(1_000_000);
    }
    String large = "x".repeat(500_000);
    try (BodyShare fourth = budget.share()) {
      assertThat(refusal(() -> reader(fourth).keep(of(Flux.just(buffer(large))))))
          .isEqualTo(Refusal.BUSY);
    }
    shares.getFirst().close();
    try (BodyShare fourth = budget.share()) {
      assertThat(reader(fourth).keep(of(Flux.just(buffer(large))))).hasSize(500_000);
    }
    shares.forEach(BodyShare::close);
    assertThat(budget.held()).isZero();
  }

  @Test
  void leavesRoomForDeliveriesOfTheUsualSizeWhileLargeOnesFillTheirPart() throws Refused {
    List<BodyShare> shares = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      BodyShare share = budget.share();
      shares.add(share);
      reader(share).keep(of(Flux.just(buffer("x".repeat(1_000_000)))));
    }
    int fit = 0;
    for (; fit < 100; fit++) {
      BodyShare share = budget.share();
      shares.add(share);
      if (!share.take(BodyBudget.USUAL)) {
        break;
      }
    }
    assertThat(fit).isEqualTo(3_000_000 / (int) BodyBudget.USUAL);
    shares.forEach(BodyShare::close);
    assertThat(budget.held()).isZero();
    try (BodyShare share = budget.share()) {
      assertThat(reader(share).keep(of(Flux.just(buffer("x".repeat(1_000_000))))))
          .hasSize(1_000_000);
    }
  }

  @Test
  void holdsNothingOfWhatCannotBeSigned() throws Refused {
    try (BodyShare share = budget.share()) {
      reader(share).drop(of(Flux.just(buffer("x".repeat(1_000_000)))));
      assertThat(budget.held()).isZero();
      Flux<DataBuffer> endless = Flux.generate(sink -> sink.next(buffer("x".repeat(60_000))));
      assertThat(refusal(() -> reader(share).drop(of(endless)))).isEqualTo(Refusal.TOO_LARGE);
      assertThat(refusal(() -> reader(share).keep(of(endless)))).isEqualTo(Refusal.TOO_LARGE);
    }
  }

  @Test
  void staysUpWhileManyTrickleLargeBodies() throws Exception {
    try (LineTown town = new LineTown()) {
      URI webhook = town.webhook("demo");
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < 60; i++) {
          slow.add(begun(webhook));
        }
        assertThat(town.line.deliver(webhook, town.line.text("Uslow", "ごみ"))).isEqualTo(200);
        assertThat(statuses(slow)).allMatch(status -> status.equals("408") || status.equals("503"));
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  /** Nine tenths of a megabyte with a signature that could be one, and then nothing more. */
  private static Socket begun(URI webhook) throws IOException {
    Socket socket = new Socket(webhook.getHost(), webhook.getPort());
    socket.setSoTimeout(60_000);
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nx-line-signature: %s=\r\n\r\n"
            .formatted(webhook.getPath(), "A".repeat(43));
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    try {
      socket.getOutputStream().write(new byte[900_000]);
    } catch (IOException refusedAlready) {
      assertThat(refusedAlready).hasMessageMatching("(?i).*(reset|broken pipe|closed).*");
    }
    return socket;
  }

  private static List<String> statuses(List<Socket> sockets) throws IOException {
    List<String> statuses = new ArrayList<>();
    for (Socket socket : sockets) {
      try {
        InputStream in = socket.getInputStream();
        String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        statuses.add(line.isEmpty() ? "503" : line.substring(9));
      } catch (IOException reset) {
        statuses.add("503"); // refused while it was still sending
      }
    }
    return statuses;
  }

  private static RawBody reader(BodyShare share) {
    return new RawBody(share, PATIENCE);
  }

  private static MockServerHttpRequest of(Flux<DataBuffer> body) {
    return MockServerHttpRequest.post("/line/demo/webhook").body(body);
  }

  private static DataBuffer buffer(String text) {
    return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    return catchThrowableOfType(Refused.class, reading).refusal();
  }
}
