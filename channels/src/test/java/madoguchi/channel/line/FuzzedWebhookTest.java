package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;

/**
 * Garbled bodies, signed and unsigned, straight into the webhook and on to the reading of each
 * event: 5,000, or as many as {@code -Dfuzz=200000} says.
 */
class FuzzedWebhookTest {

  private static final int BODIES = Integer.getInteger("fuzz", 5_000);
  private static final String SECRET = "secret";
  private static final Conversation CONVERSATION =
      new Conversation(
          LineTown.DEMO, "c", "line", new Citizen("p"), ConversationState.BOT, 1, Instant.EPOCH);

  private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
  private final GarbledEvents garbled = new GarbledEvents(new Random(seed));
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final LineChannel channel = LineTown.channel(towns, Clock.systemUTC());
  private final Queue<ILoggingEvent> complaints = new ConcurrentLinkedQueue<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("madoguchi");
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null) {
            complaints.add(event);
          }
        }
      };
  private long read;
  private long meant;

  @BeforeEach
  void listen() {
    towns.store(LineTown.town(LineTown.DEMO, Map.of("line.channel-secret", SECRET)));
    logger.setLevel(Level.WARN);
    logger.setAdditive(false);
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void meetsNoBodyWithAnErrorOfItsOwn() {
    LineWebhook webhook =
        new LineWebhook(
            towns,
            channel,
            new Reader(),
            (town, door, id) -> new Citizen("p"),
            Clock.systemUTC(),
            () -> {});
    Map<Integer, Integer> statuses = new TreeMap<>();
    long early = 0;
    for (int i = 0; i < BODIES; i++) {
      byte[] body = garbled.body();
      String signature =
          switch (i % 5) {
            case 0 -> "A".repeat(43) + "=";
            case 1 -> garbled.text();
            default -> FakeLine.signature(SECRET, body);
          };
      int status = webhook.receive("demo", signature, request(body)).getStatusCode().value();
      statuses.merge(status, 1, Integer::sum);
      if (i == BODIES / 4) {
        early = heap();
      }
    }
    assertThat(complaints).as("seed %d", seed).isEmpty();
    assertThat(statuses.keySet()).as("seed %d", seed).isSubsetOf(200, 400, 401, 413);
    assertThat(statuses).containsKeys(200, 400, 401);
    assertThat(read).as("events read").isGreaterThan(BODIES / 4);
    assertThat(meant).as("events that mean something").isGreaterThan(BODIES / 50);
    assertThat(heap() - early).as("bytes of heap more than early on").isLessThan(16L << 20);
    if (BODIES > 5_000) {
      System.out.printf(
          "%,d bodies, seed %d: %s, %,d events read, heap %+,d bytes since the first quarter%n",
          BODIES, seed, statuses, read, heap() - early);
    }
  }

  /** Stores nothing, and reads at once what a worker would read later. */
  private final class Reader implements Inbox {

    @Override
    public List<Acceptance> accept(List<Arrival> arrivals) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Acceptance> receive(List<Letter> letters) {
      letters.forEach(letter -> take(letter.in(CONVERSATION.id())));
      return letters.stream().map(a -> Acceptance.NEW).toList();
    }

    @Override
    public Optional<Arrival> next(Lease lease) {
      return Optional.empty();
    }

    @Override
    public void done(MunicipalityCode municipality, String messageId, String outcome) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> outcome(MunicipalityCode municipality, String messageId) {
      return Optional.of("answered");
    }
  }

  /** What the worker does with an arrival, up to the sending. */
  private void take(Arrival arrival) {
    read++;
    channel.read(arrival).ifPresent(inquiry -> meant++);
    assertThat(channel.silence(arrival)).hasSizeLessThanOrEqualTo(40);
    channel.takeUp(arrival);
    channel.write(
        arrival,
        CONVERSATION,
        Outcome.GREETING,
        List.of(new Utterance(1, Instant.EPOCH, Sender.BOT, "m", "こんにちは", List.of(), List.of())));
  }

  private static MockServerHttpRequest request(byte[] body) {
    return MockServerHttpRequest.post("/line/demo/webhook")
        .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void garblesInEveryWay() {
    // Or the test above would show nothing.
    List<String> bodies =
        java.util.stream.Stream.generate(garbled::body)
            .limit(2_000)
            .map(body -> new String(body, StandardCharsets.UTF_8))
            .toList();
    assertThat(bodies).anyMatch(b -> b.contains("[[[[[[[[[["));
    assertThat(bodies).anyMatch(b -> b.contains("\ufffd"));
    assertThat(bodies).anyMatch(b -> b.startsWith("{\"destination\"") && b.contains("unsend"));
    assertThat(bodies).anyMatch(b -> !b.startsWith("{"));
  }
}
