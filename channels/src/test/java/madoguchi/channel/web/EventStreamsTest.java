package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.LocalSignals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.BaseSubscriber;

/** Streams and their readers, without a socket between. */
class EventStreamsTest {

  private final WebHouse house = new WebHouse();
  private final EventStreams streams =
      new EventStreams(house.stores, house.signals, WebHouse.settings(Duration.ofSeconds(1)));
  private final Conversation conversation =
      house.conversations.open(WebHouse.DEMO, "web", new Citizen("c"), Instant.EPOCH);

  @AfterEach
  void closeHouse() {
    house.close();
  }

  @Test
  void writesNoFasterThanTheReaderReads() throws Exception {
    append(10);
    SlowReader reader = new SlowReader();
    streams.of(conversation, 0).subscribe(reader);
    reader.request(3);
    assertThat(List.of(reader.next().event(), reader.next().id(), reader.next().id()))
        .containsExactly("state", "1", "2");
    append(10);
    house.signals.raise(WebHouse.DEMO, conversation.id());
    // More than one poll and one comment later there is still nothing that was not asked for.
    assertThat(reader.came.poll(1, TimeUnit.SECONDS)).isNull();
    for (int i = 3; i <= 20; i++) {
      reader.request(1);
      assertThat(reader.next().id()).isEqualTo("" + i);
    }
    reader.cancel();
  }

  @Test
  void looksForLostSignalsOnceForAllStreams() throws Exception {
    AtomicInteger glances = new AtomicInteger();
    AtomicInteger looks = new AtomicInteger();
    Conversations counted =
        (Conversations)
            java.lang.reflect.Proxy.newProxyInstance(
                Conversations.class.getClassLoader(),
                new Class<?>[] {Conversations.class},
                (proxy, method, arguments) -> {
                  (method.getName().equals("standings") ? glances : looks).incrementAndGet();
                  return method.invoke(house.conversations, arguments);
                });
    Stores all = house.stores;
    EventStreams many =
        new EventStreams(
            new Stores(
                all.unitOfWork(),
                all.leases(),
                all.inbox(),
                all.outbox(),
                counted,
                all.handoffs(),
                all.journal()),
            new LocalSignals(),
            WebHouse.settings(Duration.ofSeconds(1)));
    List<SlowReader> readers = new java.util.ArrayList<>();
    List<Conversation> chats = new java.util.ArrayList<>();
    for (int i = 0; i < 40; i++) {
      chats.add(
          house.conversations.open(WebHouse.DEMO, "web", new Citizen("m" + i), Instant.EPOCH));
      SlowReader reader = new SlowReader();
      many.of(chats.get(i), 0).subscribe(reader);
      reader.request(Long.MAX_VALUE);
      assertThat(reader.next().event()).isEqualTo("state");
      readers.add(reader);
    }
    int opened = looks.get();
    int before = glances.get();
    // No signal: only the common look finds it.
    house.conversations.append(
        WebHouse.DEMO,
        chats.get(7).id(),
        List.of(new Utterance(0, Instant.EPOCH, Sender.STAFF, "x", "行", List.of(), List.of())));
    assertThat(readers.get(7).next().id()).isEqualTo("1");
    org.awaitility.Awaitility.await().until(() -> glances.get() >= before + 4);
    assertThat(looks.get() - opened).as("only the one stream looked closer").isLessThan(12);
    house.conversations.erase(WebHouse.DEMO, chats.get(9).id());
    assertThat(readers.get(9).end.await(20, TimeUnit.SECONDS)).isTrue();
    many.close();
    for (SlowReader reader : readers) {
      assertThat(reader.end.await(20, TimeUnit.SECONDS)).isTrue();
    }
    int rests = glances.get();
    assertThat(new CountDownLatch(1).await(600, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(glances.get() - rests).isLessThan(3);
  }

  @Test
  void endsAllStreamsAndTakesNoNewOnesWhenTheServerStops() throws Exception {
    SlowReader before = new SlowReader();
    streams.of(conversation, 0).subscribe(before);
    before.request(Long.MAX_VALUE);
    assertThat(before.next().event()).isEqualTo("state");
    streams.close();
    assertThat(before.end.await(10, TimeUnit.SECONDS)).isTrue();
    SlowReader after = new SlowReader();
    streams.of(conversation, 0).subscribe(after);
    assertThat(after.end.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private void append(int count) {
    house.conversations.append(
        WebHouse.DEMO,
        conversation.id(),
        IntStream.range(0, count)
            .mapToObj(
                i -> new Utterance(0, Instant.EPOCH, Sender.STAFF, "x", "行", List.of(), List.of()))
            .toList());
  }

  /** Takes only what it asked for. */
  private static final class SlowReader extends BaseSubscriber<ServerSentEvent<Object>> {

    final BlockingQueue<ServerSentEvent<Object>> came = new LinkedBlockingQueue<>();
    final CountDownLatch end = new CountDownLatch(1);

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // Asks when the test does.
    }

    @Override
    protected void hookOnNext(ServerSentEvent<Object> event) {
      came.add(event);
    }

    @Override
    protected void hookOnComplete() {
      end.countDown();
    }

    /** The next event that is no comment. */
    ServerSentEvent<Object> next() throws InterruptedException {
      ServerSentEvent<Object> event = came.poll(20, TimeUnit.SECONDS);
      assertThat(event).isNotNull();
      return event.event() == null ? nextAfterComment() : event;
    }

    private ServerSentEvent<Object> nextAfterComment() throws InterruptedException {
      request(1);
      return next();
    }
  }
}
