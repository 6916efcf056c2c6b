package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.resolved.Vote;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Staff teach the search through the page of learning. */
class LearningPagesTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");

  private final TownHall hall = TownHall.open();
  private final Clerk clerk = hall.clerk().of("demo");
  private final Journal journal = hall.bean(Stores.class).journal();
  private final ResolvedQuestions resolved = hall.bean(ResolvedQuestions.class);

  private Conversation conversation(String citizen) {
    Conversations conversations = hall.bean(Stores.class).conversations();
    return conversations.open(DEMO, "web", new Citizen(citizen), Instant.now());
  }

  private String asked(String words) {
    Conversation in = conversation("asks " + words);
    String id = "learning:" + in.id();
    journal.append(
        new JournalEntry(
            DEMO,
            in.id(),
            id,
            "web",
            Instant.now(),
            words,
            "unanswered",
            "below-threshold",
            null,
            List.of(),
            Duration.ofMillis(3)));
    return id;
  }

  private void voted(Conversation in, boolean useful) {
    resolved.vote(
        new Vote(DEMO, in.id(), 2, "m", "学びの試験の<b>評価", "学び 試験", anEntry(), useful, Instant.now()));
  }

  private String anEntry() {
    Matcher id =
        Pattern.compile("name=\"entry\" value=\"([^\"]+)\"")
            .matcher(clerk.opens("/staff/learning/question?message=" + asked("住民票の写し")).body());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  private boolean knows(String words) {
    return resolved.decided(DEMO).stream().map(ResolvedQuestion::question).anyMatch(words::equals);
  }

  @Test
  void offersNearEntriesAndThoseThatAreTyped() {
    String message = asked("ソファの引き取り");
    String page = clerk.opens("/staff/learning").body();
    assertThat(page).contains("ソファの引き取り", "項目を選ぶ");
    assertThat(clerk.opens("/staff/learning/question?message=" + message).body())
        .contains("ソファの引き取り", "この項目にする");
    assertThat(clerk.opens("/staff/learning/question?q=sodaigo&message=" + message).body())
        .contains("粗大ごみ");
    assertThat(clerk.opens("/staff/learning/question?message=nix").statusCode()).isEqualTo(404);
  }

  @Test
  void assignsOnceAndTellsTheSecond() {
    String message = asked("学びの試験の質問です");
    String entry = anEntry();
    Map<String, String> form = Map.of("message", message, "entry", entry);
    HttpResponse<String> first = clerk.submits("/staff/learning", "/staff/learning/question", form);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("location")).hasValue("/staff/learning?done=assigned");
    HttpResponse<String> second =
        hall.clerk().of("demo").submits("/staff/learning", "/staff/learning/question", form);
    assertThat(second.headers().firstValue("location")).hasValue("/staff/learning?done=taken");
    assertThat(clerk.opens("/staff/learning?done=taken").body()).contains("ほかの職員が先に決めた");
    assertThat(knows("学びの試験の質問です")).isTrue();
    String id =
        resolved.decided(DEMO).stream()
            .filter(one -> one.question().equals("学びの試験の質問です"))
            .findFirst()
            .orElseThrow()
            .id();
    clerk.submits("/staff/learning", "/staff/learning/forget", Map.of("id", id));
    assertThat(knows("学びの試験の質問です")).isFalse();
  }

  @Test
  void acceptsAndRefusesWhatResidentsSay() {
    Conversation one = conversation("votes one");
    Conversation other = conversation("votes other");
    voted(one, true);
    voted(other, false);
    assertThat(clerk.opens("/staff/learning").body())
        .contains("学びの試験の&lt;b&gt;評価", "役に立たなかった", "採用する")
        .doesNotContain("試験の<b>");
    assertThat(settle(one, "accept")).hasValue("/staff/learning?done=accepted");
    assertThat(settle(one, "accept")).hasValue("/staff/learning?done=taken");
    assertThat(settle(other, "refuse")).hasValue("/staff/learning?done=refused");
    assertThat(knows("学びの試験の<b>評価")).isTrue();
    assertThat(resolved.open(DEMO, other.id(), 2)).isEmpty();
  }

  private java.util.Optional<String> settle(Conversation in, String verdict) {
    return clerk
        .submits(
            "/staff/learning",
            "/staff/learning/vote",
            Map.of("conversation", in.id(), "number", "2", "verdict", verdict))
        .headers()
        .firstValue("location");
  }

  @Test
  void refusesFormsWithoutTokenAndUnknownEntries() {
    String message = asked("もう一つの試験の質問");
    assertThat(
            clerk
                .submitsWith(
                    "made-up", "/staff/learning/question", Map.of("message", message, "entry", "x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            clerk
                .submits(
                    "/staff/learning",
                    "/staff/learning/question",
                    Map.of("message", message, "entry", "no-such-entry"))
                .statusCode())
        .isEqualTo(400);
    assertThat(hall.get("/staff/learning").statusCode()).isEqualTo(302);
  }

  @Test
  void anotherTownSeesNothingOfIt() {
    asked("となりに見せない質問");
    Clerk neighbour = hall.clerk().of("minato");
    assertThat(neighbour.opens("/staff/learning").body())
        .contains("質問の学習")
        .doesNotContain("となりに見せない質問");
  }

  @Test
  void aResidentsVoteArrivesHere() {
    Resident resident = hall.resident("demo");
    JsonNode reply = resident.says("住民票の写しはどこで取れますか");
    assertThat(reply.get("outcome").asString()).isEqualTo("answered");
    JsonNode line = reply.get("messages").get(0);
    HttpResponse<String> put =
        hall.send(
            resident
                .request("/messages/" + line.get("id").asString() + "/feedback")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"useful\":true}")));
    assertThat(put.statusCode()).isEqualTo(204);
    assertThat(resolved.open(DEMO, 100))
        .filteredOn(vote -> vote.conversationId().equals(resident.id()))
        .singleElement()
        .satisfies(
            vote -> {
              assertThat(vote.question()).isEqualTo("住民票の写しはどこで取れますか");
              assertThat(vote.faqId())
                  .isEqualTo(line.get("sources").get(0).get("faqId").asString());
            });
    resident.leaves();
    assertThat(resolved.open(DEMO, 100))
        .noneMatch(vote -> vote.conversationId().equals(resident.id()));
  }
}
