package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
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
