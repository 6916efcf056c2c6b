package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An event is read once in its turn, and never taken for another. */
class ReadEventsTest {

  private final ReadEvents events = new ReadEvents();

  @Test
  void readsOnceWhatIsAskedForAgain() {
    int again = 0;
    for (int n = 0; n < 100; n++) {
      ReceivedEvent first = events.of(payload(n));
      assertThat(first).isEqualTo(ReceivedEvent.ofPayload(payload(n)));
      again += events.of(payload(n)) == first ? 1 : 0;
    }
    // A collection of garbage may come between.
    assertThat(again).isGreaterThan(50);
  }

  @Test
  void neverTakesOneForAnother() {
    for (int round = 0; round < 2; round++) {
      for (int n = 0; n < 2_000; n++) {
        assertThat(events.of(payload(n)).messageId()).isEqualTo("line:" + n);
      }
    }
  }

  private static String payload(int id) {
    return "{\"receivedAt\":1795000000000,\"event\":{\"webhookEventId\":\"" + id + "\"}}";
  }
}
