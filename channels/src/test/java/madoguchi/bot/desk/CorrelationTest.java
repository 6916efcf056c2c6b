package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What stands beside each line of the log. Here, where a logging system keeps marks. */
class CorrelationTest {

  private final House house = new House();
  private final Conversation conversation = house.conversation("line");

  private static String mark() {
    return String.valueOf(MDC.get("inquiry"));
  }

  private Arrival arrival(String id) {
    return house.arrival(conversation, id, "ごみ");
  }

  private Dispatch dispatch(String id) {
    return new Dispatch(
        House.DEMO,
        id,
        conversation.id(),
        1,
        "line",
        House.NOON,
        House.NOON,
        "",
        SendState.READY,
        0,
        "");
  }

  @Test
  void isTheSameForAnInquiryAndItsReplyAndForNothingElse() {
    String inquiry;
    try (Correlation marks = Correlation.of(arrival("line:01ABC"))) {
      inquiry = mark();
      assertThat(MDC.get("municipality")).isEqualTo("demo");
      assertThat(MDC.get("channel")).isEqualTo("line");
    }
    assertThat(MDC.get("inquiry")).isNull();
    try (Correlation marks = Correlation.of(dispatch("line:01ABC#reply"))) {
      assertThat(mark()).isEqualTo(inquiry);
    }
    try (Correlation marks = Correlation.of(arrival("line:01ABD"))) {
      assertThat(mark()).isNotEqualTo(inquiry);
    }
    assertThat(inquiry).matches("[0-9a-f]{12}");
  }

  @Test
  void goesAlongToTheThreadThatThinks() throws Exception {
    try (Thinking thinking = thinking();
        Correlation marks = Correlation.of(arrival("m"))) {
      assertThat(thinking.of(CorrelationTest::mark)).isEqualTo(mark());
    }
    try (Thinking thinking = thinking()) {
      assertThat(CompletableFuture.supplyAsync(() -> thinking.of(CorrelationTest::mark)).get())
          .isEqualTo("null");
    }
  }

  private static Thinking thinking() {
    return new Thinking(new Burst(() -> false, () -> false, new CountDownLatch(1)));
  }
}
