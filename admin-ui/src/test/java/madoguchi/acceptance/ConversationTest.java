package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.server.seed.DefaultTown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a resident's question to the staff's desk and back, on the real server. */
class ConversationTest {

  private final TownHall hall = TownHall.open();

  @Test
  void answersAWordingThatStandsInNoEntryWithTheEntryWordForWord() {
    JsonNode reply = hall.resident("demo").says("ひっこしてきたら何すればいい？");

    assertThat(reply.get("outcome").asString()).isEqualTo("answered");
    assertThat(reply.at("/messages/0/text").asString()).contains("転入届");
    assertThat(reply.at("/messages/0/sources/0/faqId").asString()).startsWith("hikkoshi-");
    assertThat(reply.at("/messages/0/sources/0/url").asString()).startsWith("https://");
  }

  @Test
  void givesHotLinesAndAPersonInDangerAndNoEntry() {
    JsonNode reply = hall.resident("demo").says("もう死にたい");

    assertThat(reply.get("outcome").asString()).isEqualTo("refused");
    assertThat(reply.at("/messages/0/text").asString()).contains("0120-783-556");
    assertThat(reply.at("/messages/0/sources").isEmpty()).isTrue();
    assertThat(reply.at("/messages/0/choices/0/value").asString()).isEqualTo("handoff");
  }

  @Test
  void showsAHandedOverConversationToTheStaffUntilItIsDealtWith() {
    Resident resident = hall.resident("demo");
    resident.says("犬の登録はどこですか？ 電話は090-1234-5678です");
    JsonNode reply = resident.asksForPerson();
    assertThat(reply.get("outcome").asString()).isEqualTo("handed_over");
    Clerk clerk = hall.clerk().of("demo");

    String address = caseOf(clerk, resident);
    String page = clerk.opens(address).body();
    assertThat(page).contains("犬の登録はどこですか？", "〔電話番号〕", "対応済みにする").doesNotContain("090-1234-5678");

    assertThat(clerk.submits(address, address + "/close", Map.of()).statusCode()).isEqualTo(303);
    assertThat(clerk.opens("/staff/cases").body()).doesNotContain(address);
    assertThat(clerk.opens(address).body()).contains("対応済み").doesNotContain("/close");
    assertThat(resident.says("こんにちは").get("outcome").asString()).isEqualTo("greeting");
  }

  @Test
  void showsWhatWasAskedAnsweredAndWhy() {
    hall.resident("demo").says("粗大ゴミを捨てたい");
    Clerk clerk = hall.clerk().of("demo");

    assertThat(clerk.opens("/staff/records").body()).contains("粗大ゴミを捨てたい", "確信度", "見つかった項目と点数");
    assertThat(clerk.opens("/staff/records?outcome=greeting").body()).doesNotContain("粗大ゴミを捨てたい");
  }

  @Test
  void leavesNothingOfAnErasedConversationToAnybody() {
    Resident resident = hall.resident("demo");
    resident.says("ないしょの話ですが転入届はどこですか");
    resident.asksForPerson();
    Clerk clerk = hall.clerk().of("demo");
    String address = caseOf(clerk, resident);

    assertThat(resident.leaves()).isEqualTo(204);

    assertThat(hall.send(resident.request("/messages?after=0")).statusCode()).isIn(401, 404);
    assertThat(clerk.opens(address).body()).contains("会話の内容は残っていません");
    assertThat(clerk.opens("/staff/records").body()).doesNotContain("ないしょの話");
    List<JournalEntry> journal =
        hall.bean(Stores.class)
            .journal()
            .before(DefaultTown.CODE, Instant.now().plusSeconds(9), 500);
    assertThat(journal)
        .filteredOn(entry -> entry.conversationId().equals(resident.id()))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.question()).isEmpty());
  }

  /** The address of the case that belongs to the resident's conversation. */
  private String caseOf(Clerk clerk, Resident resident) {
    String id =
        hall.bean(Stores.class).handoffs().pending(DefaultTown.CODE).stream()
            .filter(open -> open.conversationId().equals(resident.id()))
            .findFirst()
            .orElseThrow()
            .id();
    Matcher link =
        Pattern.compile("/staff/cases/" + Pattern.quote(id))
            .matcher(clerk.opens("/staff/cases").body());
    assertThat(link.find()).isTrue();
    return link.group();
  }
}
