package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.Test;

/** What a 400 means after what came before it. */
class AttemptTest {

  private Dispatch dispatch =
      new Dispatch(
          LineTown.DEMO,
          "d",
          "c",
          1,
          "line",
          Instant.EPOCH,
          Instant.EPOCH,
          "",
          SendState.READY,
          0,
          "");

  @Test
  void a400AtTheFirstTryIsARefusal() {
    assertThat(tried("400")).isEqualTo(new Delivery(SendState.GIVEN_UP, "400"));
  }

  @Test
  void a400AfterATryThatMayHaveArrivedMeansThatItDid() {
    tried("500");
    assertThat(tried("400")).isEqualTo(new Delivery(SendState.SENT, "400 after retry"));
  }

  @Test
  void a400AfterTriesThatCertainlyDidNotArriveIsARefusal() {
    assertThat(tried("429").note()).isEqualTo("not sent ×1: 429");
    assertThat(tried("429").note()).isEqualTo("not sent ×2: 429");
    assertThat(tried("400").state()).isEqualTo(SendState.GIVEN_UP);
  }

  @Test
  void oneUnclearTryIsRememberedThroughLaterRefusals() {
    tried("429");
    tried("500");
    assertThat(tried("429").note()).isEqualTo("429");
    assertThat(tried("400").state()).isEqualTo(SendState.SENT);
  }

  @Test
  void aTryThatACrashCutOffMayHaveArrived() {
    tried("429");
    crashed("");
    assertThat(tried("400").state()).isEqualTo(SendState.SENT);
  }

  @Test
  void aTryThatACrashCutOffMayHaveArrivedThoughTheOldNoteStayed() {
    tried("429");
    crashed(dispatch.note());
    assertThat(tried("400").state()).isEqualTo(SendState.SENT);
  }

  @Test
  void aRefusedTokenSaysNothingOfTheTryBeforeIt() {
    assertThat(tried("401").state()).isEqualTo(SendState.GIVEN_UP);
    tried("500");
    assertThat(tried("401").state()).isEqualTo(SendState.AMBIGUOUS);
    assertThat(Attempt.stopped(403).delivery(dispatch))
        .isEqualTo(new Delivery(SendState.AMBIGUOUS, "stopped 403"));
  }

  @Test
  void acceptedIsSentWhateverCameBefore() {
    tried("429");
    tried("503");
    assertThat(new Attempt(Attempt.Kind.ACCEPTED, "200").delivery(dispatch))
        .isEqualTo(new Delivery(SendState.SENT, "200"));
  }

  private Delivery tried(String status) {
    Delivery delivery = Attempt.ofStatus(Integer.parseInt(status)).delivery(dispatch);
    dispatch = dispatch.moved(delivery.state(), 1, delivery.note());
    return delivery;
  }

  private void crashed(String note) {
    dispatch = dispatch.moved(SendState.TRYING, 1, note);
  }
}
