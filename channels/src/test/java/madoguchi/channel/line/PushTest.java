package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** An answer whose token has died is pushed by the rules, and read once or not at all. */
class PushTest {

  private LineTown town;

  @BeforeEach
  void open() {
    town = new LineTown(Duration.ofSeconds(2), Duration.ofMinutes(1));
    town.set("line.push", "on");
    town.workers.start();
    town.errander.start();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void pushesWhatComesTooLateForItsToken() {
    late("Ua");
    assertThat(town.read("Ua", 1).getFirst().isPushed()).isTrue();
    assertThat(town.read("Ua", 1).getFirst().texts()).containsExactly("朝8時までに出してください。");
    assertThat(town.line.pushed()).isOne();
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).isEmpty();
  }

  @Test
  void repliesAndPushesNothingWhileTheTokenLives() {
    town.deliver(town.line.text("Ub", "ごみ"));
    assertThat(town.read("Ub", 1).getFirst().isPushed()).isFalse();
    assertThat(town.line.pushed()).isZero();
  }

  @Test
  void pushesNothingWhereTheTownDoesNotAllowIt() {
    town.set("line.push", "off");
    late("Uc", "failed");
    town.settled("Uc");
    assertThat(town.outbox.troubled(LineTown.DEMO, 9))
        .extracting(Dispatch::state)
        .containsExactly(SendState.GIVEN_UP);
    assertThat(pushes()).isEmpty();
    assertThat(town.line.pushed()).isZero();
  }

  @Test
  void pushesNothingOnceTheQuotaIsGoneAndSaysSo() {
    town.line.allow(1);
    late("Ud");
    town.read("Ud", 1);
    late("Ue");
    await().until(() -> !pushes().isEmpty());
    assertThat(pushes()).extracting(Errand::note).containsExactly("quota");
    assertThat(town.channel.troubles(town.towns.find(LineTown.DEMO).orElseThrow()))
        .containsExactly("line.quota");
    assertThat(town.channel.quotaLeft(LineTown.DEMO)).hasValue(0);
    assertThat(town.line.book("Ue")).isEmpty();
    // What is free goes on.
    town.deliver(town.line.text("Ue", "転入届"));
    assertThat(town.read("Ue", 1).getFirst().isPushed()).isFalse();
  }

  @Test
  void asksWhatA429MeantAndGivesUpOnlyForTheQuota() {
    town.line.refuse(429, 1);
    late("Uf");
    await().until(() -> pushes().stream().anyMatch(e -> e.note().contains("429")));
    assertThat(pushes().getFirst().state()).isEqualTo(SendState.TRYING);
    town.pass(Duration.ofMinutes(1));
    assertThat(town.read("Uf", 1).getFirst().isPushed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void triesAgainWithTheSameKeyAndIsReadOnce(int status) {
    town.line.refuse(status, 1);
    late("Ug");
    await().until(() -> pushes().stream().anyMatch(e -> e.note().contains("" + status)));
    town.pass(Duration.ofMinutes(1));
    town.read("Ug", 1);
    assertThat(town.line.pushed()).isOne();
  }

  @Test
  void takes409ForArrived() {
    town.line.loseAnswers(1);
    late("Uh");
    await().until(() -> !pushes().isEmpty());
    assertThat(pushes().getFirst().state()).isEqualTo(SendState.TRYING);
    town.pass(Duration.ofMinutes(1));
    await().until(() -> pushes().isEmpty());
    assertThat(town.line.statuses()).containsExactly(200, 409);
    assertThat(town.read("Uh", 1)).hasSize(1);
    assertThat(town.line.pushed()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 413})
  void triesNoOtherRefusalAgain(int status) {
    town.line.refuse(status, 1);
    late("Ui");
    await().until(() -> pushes().stream().anyMatch(e -> e.state() == SendState.GIVEN_UP));
    assertThat(pushes()).extracting(Errand::note).containsExactly("" + status);
    assertThat(town.line.statuses()).containsExactly(status);
  }

  @Test
  void writesToNobodyWhoHasLeftUntilTheyComeBack() {
    town.deliver(town.line.event("Uj", "unfollow"));
    late("Uj");
    town.settled("Uj");
    assertThat(town.line.pushed()).isZero();
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).hasSize(1);
    town.deliver(town.line.event("Uj", "follow"));
    town.read("Uj", 1);
    late("Uj");
    assertThat(town.read("Uj", 2).getLast().isPushed()).isTrue();
  }

  @Test
  void neverPushesByItselfWhatMayHaveArrived() {
    ambiguous("Uk");
    assertThat(town.line.pushed()).isZero();
    assertThat(pushes()).isEmpty();
  }

  @Test
  void letsAPersonPushWhatMayHaveArrivedOnce() {
    town.set("line.push", "off");
    Dispatch dispatch = ambiguous("Ul");
    assertThat(town.byHand.again(LineTown.HILL, dispatch.id())).isFalse();
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isTrue();
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isFalse();
    await().until(() -> town.line.pushed() == 1);
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).isEmpty();
  }

  @Test
  void whatCannotBePushedByHandStaysWhereItWas() {
    Dispatch dispatch = ambiguous("Uo");
    town.deliver(town.line.event("Uo", "unfollow"));
    await().until(() -> town.conversations.hasLeft(LineTown.DEMO, dispatch.conversationId()));
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isFalse();
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).containsExactly(dispatch);
    town.deliver(town.line.event("Uo", "follow"));
    town.read("Uo", 1);
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isTrue();
    assertThat(town.read("Uo", 2).getLast().isPushed()).isTrue();
  }

  @Test
  void whatWasPushedByHandAndDidNotArriveIsThePersonsAgain() {
    Dispatch dispatch = ambiguous("Up");
    town.line.allow(0);
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isTrue();
    await().until(() -> !town.outbox.troubled(LineTown.DEMO, 9).isEmpty());
    Dispatch again = town.outbox.troubled(LineTown.DEMO, 9).getFirst();
    assertThat(again.state()).isEqualTo(SendState.AMBIGUOUS);
    assertThat(again.note()).isEqualTo("quota");
    assertThat(again.payload()).isEqualTo(dispatch.payload());
    town.line.allow(9);
    // So long the quota is remembered.
    town.pass(Duration.ofSeconds(31));
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isTrue();
    assertThat(town.read("Up", 1).getFirst().isPushed()).isTrue();
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).isEmpty();
    assertThat(town.byHand.again(LineTown.DEMO, dispatch.id())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void waitsForAnotherTokenWithoutACallWhileItIsRefused(int status) {
    town.line.refuse(status, 1);
    late("Uq");
    await().until(() -> pushes().stream().anyMatch(e -> e.note().contains("" + status)));
    for (int tries = 1; tries < 4; tries++) {
      int before = tries;
      town.pass(Duration.ofHours(1));
      await().until(() -> pushes().stream().anyMatch(e -> e.attempts() > before));
    }
    await().until(() -> pushes().getFirst().note().equals("not sent: stopped " + status));
    assertThat(town.line.statuses()).containsExactly(status);
    town.line.reissueToken("token-two");
    town.set("line.channel-token", "token-two");
    town.pass(Duration.ofHours(1));
    assertThat(town.read("Uq", 1).getFirst().isPushed()).isTrue();
  }

  @Test
  void learnsFromTheQuotaThatTheTokenIsRefusedAndWaits() {
    town.line.reissueToken("token-two");
    late("Ur");
    await().until(() -> !pushes().isEmpty());
    town.pass(Duration.ofMinutes(1));
    await().until(() -> pushes().getFirst().note().equals("not sent: stopped 401"));
    assertThat(town.channel.troubles(town.towns.find(LineTown.DEMO).orElseThrow()))
        .containsExactly("line.refused");
    assertThat(town.line.statuses()).isEmpty();
    town.set("line.channel-token", "token-two");
    town.pass(Duration.ofMinutes(1));
    assertThat(town.read("Ur", 1).getFirst().isPushed()).isTrue();
  }

  @Test
  void waitsForATokenThatIsMissing() {
    town.set("line.channel-token", "");
    late("Us");
    await().until(() -> !pushes().isEmpty());
    assertThat(pushes().getFirst().state()).isEqualTo(SendState.TRYING);
    assertThat(pushes().getFirst().note()).isEqualTo("not sent: no usable token or base URL");
    town.set("line.channel-token", "token-demo");
    town.pass(Duration.ofMinutes(1));
    assertThat(town.read("Us", 1).getFirst().isPushed()).isTrue();
  }

  @Test
  void aTokenThatStaysRefusedForADayEndsAsWhatDidNotArrive() {
    town.line.refuse(401, 1);
    late("Ut");
    await().until(() -> !pushes().isEmpty());
    town.pass(Duration.ofHours(23));
    await().until(() -> pushes().stream().anyMatch(e -> e.state() == SendState.GIVEN_UP));
  }

  @Test
  void givesUpAfterADayAndSaysWhetherItMayHaveArrived() {
    town.line.refuse(500, 1_000);
    late("Um");
    await().until(() -> !pushes().isEmpty());
    town.pass(Duration.ofHours(23));
    await().until(() -> pushes().stream().anyMatch(e -> e.state() == SendState.AMBIGUOUS));
    assertThat(pushes().getFirst().note()).isEqualTo("expired 500");
  }

  @Test
  void countsWhatIsPushedToThoseWhoBlockedTheAccountAsLineDoes() {
    town.line.block("Un");
    late("Un");
    await().until(() -> town.line.pushed() == 1);
    assertThat(town.line.book("Un")).isEmpty();
  }

  /** A question that is taken in long after LINE delivered it. */
  private void late(String user) {
    late(user, "answered");
  }

  private void late(String user, String outcome) {
    ObjectNode event = town.line.text(user, "ごみ");
    town.pass(Duration.ofMinutes(21));
    town.deliver(town.line.redelivered(event));
    assertThat(town.outcome(event)).isEqualTo(outcome);
  }

  /** An answer whose try nobody saw the end of, and whose token then died. */
  private Dispatch ambiguous(String user) {
    town.line.refuse(500, 1_000);
    town.deliver(town.line.text(user, "ごみ"));
    await().until(() -> town.line.statuses().contains(500));
    town.pass(Duration.ofMinutes(2));
    // The pause after the try may have begun only now.
    LineTown.patiently(Duration.ofSeconds(10))
        .until(() -> town.waited(!town.outbox.troubled(LineTown.DEMO, 9).isEmpty()));
    town.line.refuse(500, 0);
    Dispatch dispatch = town.outbox.troubled(LineTown.DEMO, 9).getFirst();
    assertThat(dispatch.state()).isEqualTo(SendState.AMBIGUOUS);
    return dispatch;
  }

  private List<Errand> pushes() {
    return town.errands.troubled(LineTown.DEMO, PushRunner.KIND, 9);
  }
}
