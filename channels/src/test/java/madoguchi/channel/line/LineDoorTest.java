package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From a signed webhook to what the resident reads, through the whole bot and a fake LINE. */
class LineDoorTest {

  private static LineTown town;

  @BeforeAll
  static void start() {
    town = new LineTown();
    town.workers.start();
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  @Test
  void answersWithTheEntryItsSourceAndTheWayToAPerson() {
    deliver(town.line.text("Ua1", "転入届はどうしますか"));
    FakeLine.Delivered answer = town.read("Ua1", 1).getFirst();
    assertThat(answer.texts()).containsExactly("14日以内に届け出てください。");
    assertThat(answer.cardButtons()).containsExactly("電話する（市民課）", "くわしい案内を見る", "役に立った", "役に立たなかった");
    assertThat(answer.buttons()).containsExactly("職員に相談する");
  }

  @Test
  void answersAnEventOnceHoweverOftenItComes() {
    ObjectNode event = town.line.text("Ua2", "ごみ");
    deliver(event, event);
    deliver(town.line.redelivered(event));
    assertThat(town.outcome(event)).isEqualTo("answered");
    deliver(town.line.redelivered(event));
    deliver(town.line.text("Ua2", "転入届"));
    List<FakeLine.Delivered> read = town.read("Ua2", 2);
    assertThat(read)
        .extracting(d -> d.texts().getFirst().substring(0, 2))
        .containsExactly("朝8", "14");
    assertThat(lines("Ua2")).hasSize(4);
  }

  @Test
  void answersARedeliveredEventThatNeverCame() {
    ObjectNode event = town.line.text("Ua3", "ごみ");
    event.put("timestamp", town.now.get().minus(Duration.ofMinutes(19)).toEpochMilli());
    deliver(town.line.redelivered(event));
    assertThat(town.read("Ua3", 1)).hasSize(1);
  }

  @Test
  void doesNotUseTheTokenOfAnEventOfTwentyMinutesAgo() {
    ObjectNode event = town.line.text("Ua4", "ごみ");
    event.put("timestamp", town.now.get().minus(Duration.ofMinutes(20)).toEpochMilli());
    deliver(town.line.redelivered(event));
    assertThat(town.outcome(event)).isEqualTo("failed");
    town.settled("Ua4");
    assertThat(town.line.book("Ua4")).isEmpty();
    assertThat(town.outbox.troubled(LineTown.DEMO, 100))
        .anySatisfy(
            d -> {
              assertThat(d.id()).contains(event.path("webhookEventId").asString());
              assertThat(d.state()).isEqualTo(SendState.GIVEN_UP);
              assertThat(d.note()).isEqualTo("expired");
            });
  }

  @Test
  void offersTheCandidatesAsNumberedQuickRepliesAndTakesTheOnePressed() {
    deliver(town.line.text("Ub1", "ごみかな"));
    FakeLine.Delivered question = town.read("Ub1", 1).getFirst();
    assertThat(question.texts().getFirst())
        .contains("\n1. ごみ\n", "\n2. 粗大ごみの収集を申し込む方法を知りたいときはどうすればよいですか");
    assertThat(question.buttons())
        .containsExactly("1. ごみ", "2. 方法：粗大ごみの収集を申し込む方…", "3. 転入届", "どれでもない", "職員に相談する");
    deliver(town.line.postback("Ub1", question.data("2. 方法：粗大ごみの収集を申し込む方…")));
    assertThat(town.read("Ub1", 2).getLast().texts().getFirst()).startsWith("電話で申し込んでください。");
    assertThat(lines("Ub1").get(2).text()).endsWith("粗大ごみの収集を申し込む方法を知りたいときはどうすればよいですか");
  }

  @Test
  void refusesAChoiceThatWasNotOfferedToThisUser() {
    deliver(town.line.text("Ub2", "ごみかな"));
    String offered = town.read("Ub2", 1).getFirst().data("1. ごみ");
    deliver(town.line.postback("Ub3", offered), town.line.postback("Ub3", "someone=else's button"));
    assertThat(town.read("Ub3", 2))
        .allSatisfy(d -> assertThat(d.texts().getFirst()).contains("もう使えません"));
  }

  @Test
  void opensACaseWhenThePersonIsAskedFor() {
    deliver(town.line.postback("Ub4", "choice=handoff"));
    assertThat(town.read("Ub4", 1).getFirst().texts().getFirst()).contains("受け付けました");
    Conversation c = conversation("Ub4");
    assertThat(town.handoffs.pending(LineTown.DEMO))
        .anyMatch(handoff -> handoff.conversationId().equals(c.id()));
  }

  @Test
  void dangerGetsTheHotLinesAndNoSource() {
    deliver(town.line.text("Ub5", "もう死にたい。転入届"));
    FakeLine.Delivered answer = town.read("Ub5", 1).getFirst();
    assertThat(answer.texts().getFirst()).contains("0120-279-338").doesNotContain("出典");
    assertThat(answer.buttons()).containsExactly("職員に相談する");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sticker", "image", "video", "audio", "file", "location"})
  void neverMeetsWhatItCannotReadWithSilence(String kind) {
    String user = "Uc-" + kind;
    deliver(town.line.message(user, "{\"type\":\"" + kind + "\"}"));
    assertThat(town.read(user, 1).getFirst().texts().getFirst()).contains("文字で送ってください");
  }

  @Test
  void greetsANewFriend() {
    deliver(town.line.event("Uc1", "follow"));
    assertThat(town.read("Uc1", 1).getFirst().texts().getFirst()).contains("あおば野市の窓口");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unfollow",
        "leave",
        "memberJoined",
        "unsend",
        "videoPlayComplete",
        "beacon",
        "accountLink",
        "things",
        "hologram"
      })
  void meetsWhatNeedsNoAnswerWithASilenceThatHasAName(String type) {
    ObjectNode event = town.line.event("Ud-" + type, type);
    deliver(event);
    assertThat(town.outcome(event)).isEqualTo("silent-" + type);
    assertThat(town.line.book("Ud-" + type)).isEmpty();
  }

  @Test
  void oneBrokenEventSpoilsNoOther() {
    ObjectNode noContent = town.line.event("Ud1", "message");
    ObjectNode twisted = town.line.text("Ud2", "ごみ");
    twisted.put("source", "nobody").put("timestamp", "yesterday").put("deliveryContext", 7);
    ObjectNode wrongKind = town.line.text("Ud3", "ごみ");
    ((ObjectNode) wrongKind.path("message")).putObject("text");
    JsonMapper json = JsonMapper.shared();
    deliver(
        json.nullNode(),
        json.createObjectNode(),
        json.readTree("[1,2]"),
        json.readTree("42"),
        json.readTree("{\"type\":\"message\",\"mode\":\"active\"}"),
        noContent,
        twisted,
        wrongKind,
        town.line.text("Ud4", "ごみ"));
    assertThat(town.read("Ud4", 1).getFirst().texts().getFirst()).startsWith("朝8時");
    assertThat(Stream.of(noContent, wrongKind, twisted).map(town::outcome))
        .containsExactly("silent-unknown-message", "silent-malformed", "silent-malformed");
  }

  @Test
  void saysNothingWhileAnotherServiceOfTheTownHasTheWord() {
    ObjectNode event = town.line.text("Ud5", "ごみ");
    event.put("mode", "standby");
    deliver(event);
    assertThat(town.outcome(event)).isEqualTo("silent-standby");
    assertThat(town.line.book("Ud5")).isEmpty();
  }

  @Test
  void inAGroupAnswersOnlyWhenItIsMentioned() {
    ObjectNode toOthers = inGroup(town.line.text("Ue1", "ごみ"));
    ObjectNode toUs = inGroup(town.line.text("Ue1", "@窓口 ごみはいつ"));
    ObjectNode onlyTheName = inGroup(town.line.text("Ue1", "@窓口 "));
    Stream.of(toUs, onlyTheName).forEach(LineDoorTest::mentionUs);
    deliver(toOthers);
    deliver(toUs);
    deliver(onlyTheName);
    List<FakeLine.Delivered> read = town.read("Ue1", 2);
    assertThat(town.outcome(toOthers)).isEqualTo("silent-not-mentioned");
    assertThat(read.get(0).texts().getFirst()).startsWith("朝8時");
    assertThat(read.get(1).texts().getFirst()).contains("窓口です");
    assertThat(lines("Cgroup").getFirst().text()).isEqualTo("ごみはいつ");
  }

  @Test
  void keepsTheOrderOfEachChatWhileManyChatsGoOn() {
    for (int round = 0; round < 5; round++) {
      town.now.updateAndGet(t -> t.plusMillis(10));
      String text = List.of("ごみ", "転入届", "こんにちは", "隕石", "ありがとう").get(round);
      deliver(
          IntStream.range(0, 20)
              .mapToObj(user -> town.line.text("Uf" + user, text))
              .toArray(JsonNode[]::new));
    }
    for (int user = 0; user < 20; user++) {
      assertThat(town.read("Uf" + user, 5))
          .extracting(d -> d.texts().getFirst().substring(0, 3))
          .containsExactly("朝8時", "14日", "こんに", "申し訳", "お役に");
    }
  }

  @Test
  void twoTownsShareNothing() {
    deliver(town.line.text("Ug1", "熊が出ました"));
    int status = town.hillLine.deliver(town.webhook("hill"), town.hillLine.text("Ug1", "熊が出ました"));
    assertThat(status).isEqualTo(200);
    org.awaitility.Awaitility.await().until(() -> town.hillLine.book("Ug1").size() == 1);
    assertThat(town.hillLine.book("Ug1").getFirst().texts().getFirst()).startsWith("近づかないで");
    assertThat(town.read("Ug1", 1).getFirst().texts().getFirst()).contains("見つかりません");
    assertThat(town.hillLine.deliver(town.webhook("demo"), town.hillLine.text("Ug1", "熊")))
        .isEqualTo(401);
    assertThat(town.pseudonyms.citizen(LineTown.DEMO, "line", "Ug1"))
        .isNotEqualTo(town.pseudonyms.citizen(LineTown.HILL, "line", "Ug1"));
  }

  @Test
  void nothingThatWeSayIsRefusedByLine() {
    String nasty = "\u0000<script>alert(1)</script>'; DROP TABLE x; -- \ud83d ごみ 😀👨‍👩‍👧‍👦";
    deliver(town.line.text("Uh1", nasty), town.line.text("Uh1", "あ".repeat(10_000)));
    assertThat(town.read("Uh1", 2)).hasSize(2);
    town.settled("Uh1");
    assertThat(troubled("Uh1")).isEmpty();
  }

  @Test
  void anAnswerWhoseReceiptWasLostIsReadOnce() {
    town.line.loseAnswers(1);
    deliver(town.line.text("Ui1", "ごみ"));
    town.read("Ui1", 1);
    town.settled("Ui1");
    assertThat(town.line.book("Ui1")).hasSize(1);
    assertThat(town.line.statuses()).contains(400);
    assertThat(troubled("Ui1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void triesAgainUntilLineTakesIt(int status) {
    String user = "Uj" + status;
    town.line.refuse(status, 2);
    deliver(town.line.text(user, "ごみ"));
    assertThat(town.read(user, 1)).hasSize(1);
    town.settled(user);
    assertThat(town.line.book(user)).hasSize(1);
    assertThat(troubled(user)).isEmpty();
  }

  @Test
  void stopsUnderATokenThatLineRefusesUntilTheTownHasAnother() {
    assertThat(town.channel.troubles(town.towns.find(LineTown.DEMO).orElseThrow())).isEmpty();
    town.line.refuse(403, 1);
    deliver(town.line.text("Uk1", "ごみ"));
    deliver(town.line.text("Uk1", "ごみ"));
    await().until(() -> troubled("Uk1").size() == 2);
    assertThat(troubled("Uk1"))
        .extracting(Dispatch::note)
        .containsExactlyInAnyOrder("403", "stopped 403");
    assertThat(town.channel.troubles(town.towns.find(LineTown.DEMO).orElseThrow()))
        .containsExactly("line.refused");
    town.line.reissueToken("token-two");
    town.set("line.channel-token", "token-two");
    deliver(town.line.text("Uk1", "転入届"));
    assertThat(town.read("Uk1", 1).getFirst().texts().getFirst()).startsWith("14日");
    assertThat(town.channel.troubles(town.towns.find(LineTown.DEMO).orElseThrow())).isEmpty();
  }

  private static List<Dispatch> troubled(String user) {
    String conversation = conversation(user).id();
    return town.outbox.troubled(LineTown.DEMO, 1_000).stream()
        .filter(d -> d.conversationId().equals(conversation))
        .toList();
  }

  private static ObjectNode inGroup(ObjectNode event) {
    ObjectNode source = event.putObject("source");
    source.put("type", "group").put("groupId", "Cgroup").put("userId", "Ue1");
    return event;
  }

  private static void mentionUs(ObjectNode event) {
    ((ObjectNode) event.path("message"))
        .putObject("mention")
        .putArray("mentionees")
        .addObject()
        .put("type", "user")
        .put("index", 0)
        .put("length", 3)
        .put("isSelf", true);
  }

  private static List<Utterance> lines(String chat) {
    return town.conversations.after(LineTown.DEMO, conversation(chat).id(), 0);
  }

  private static Conversation conversation(String chat) {
    return town.conversations
        .of(LineTown.DEMO, "line", town.pseudonyms.citizen(LineTown.DEMO, "line", chat))
        .orElseThrow();
  }

  private static void deliver(JsonNode... events) {
    assertThat(town.line.deliver(town.webhook("demo"), events)).isEqualTo(200);
  }
}
