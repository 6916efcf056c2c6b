package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.AttachmentState;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What staff see of LINE: what residents attached, what did not arrive, and the way to push it. */
class StaffSendingTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final String PAYLOAD =
      "{\"replyToken\":\"t\",\"to\":\"U1\",\"byHand\":false,\"messages\":"
          + "[{\"type\":\"text\",\"text\":\"ひみつの答え\"}]}";

  private final TownHall hall = TownHall.open();
  private final Stores stores = hall.bean(Stores.class);
  private final Instant now = Instant.now();
  private final Conversation conversation =
      stores.conversations().open(DEMO, "line", new Citizen(UUID.randomUUID().toString()), now);

  @Test
  void givesWhatWasAttachedToBeSavedAndNeverToBeShown() throws IOException {
    byte[] page = "<script>alert(1)</script>".repeat(30_000).getBytes(StandardCharsets.UTF_8);
    String message = attach("届出 \"1\".html", page);
    String caseId = openCase();
    Clerk clerk = hall.clerk().of("demo");
    assertThat(clerk.opens("/staff/cases/" + caseId).body())
        .contains("送られた写真やファイル", "届出 &quot;1&quot;.html", "KB");
    HttpResponse<String> file = clerk.opens(download(caseId, message));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(new String(page, StandardCharsets.UTF_8));
    assertThat(header(file, "content-type")).isEqualTo("application/octet-stream");
    assertThat(header(file, "content-disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E5%B1%8A");
    assertThat(header(file, "content-security-policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(header(file, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(file, "cache-control")).contains("no-store");
  }

  @Test
  void givesItToNobodyElse() throws IOException {
    String message = attach("a.txt", new byte[] {1});
    String caseId = openCase();
    assertThat(hall.get(download(caseId, message)).statusCode()).isEqualTo(302);
    assertThat(hall.clerk().of("minato").opens(download(caseId, message)).statusCode())
        .isEqualTo(404);
    Clerk clerk = hall.clerk().of("demo");
    assertThat(clerk.opens(download(caseId, "line:other")).statusCode()).isEqualTo(404);
    assertThat(clerk.opens(download("nix", message)).statusCode()).isEqualTo(404);
    stores.conversations().erase(DEMO, conversation.id());
    assertThat(clerk.opens(download(caseId, message)).statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhyAnAttachmentIsNotHere() {
    Attachment awaited = awaited("line:gone", "");
    hall.bean(Attachments.class).expect(awaited);
    hall.bean(Attachments.class).fail(awaited, AttachmentState.TOO_LARGE);
    assertThat(hall.clerk().of("demo").opens("/staff/cases/" + openCase()).body())
        .contains("大きすぎるため、受け取りませんでした");
  }

  @Test
  void pushesOnceWhatMayHaveArrivedWhenAPersonSaysSo() {
    String message = "line:" + UUID.randomUUID();
    ambiguous(message + "#reply");
    Clerk clerk = hall.clerk().of("demo");
    assertThat(clerk.opens("/staff/sendings").body())
        .contains("届いたか分からない", "もう一度送る")
        .doesNotContain("ひみつの答え");
    String action =
        "/staff/sendings/"
            + URLEncoder.encode(message + "#reply", StandardCharsets.UTF_8)
            + "/push";
    HttpResponse<String> pushed = clerk.submits("/staff/sendings", action, Map.of());
    assertThat(pushed.statusCode()).isEqualTo(303);
    assertThat(header(pushed, "location")).isEqualTo("/staff/sendings?done=pushed");
    assertThat(header(clerk.submits("/staff/sendings", action, Map.of()), "location"))
        .isEqualTo("/staff/sendings?done=gone");
    assertThat(stores.outbox().troubled(DEMO, 200))
        .extracting(Dispatch::id)
        .doesNotContain(message + "#reply");
    assertThat(clerk.opens("/staff/sendings?done=pushed").body()).contains("もう一度送ります。");
  }

  @Test
  void leavesWhatCannotBePushedWhereItWas() {
    String id = "line:" + UUID.randomUUID() + "#reply";
    ambiguous(id);
    stores.conversations().left(DEMO, conversation.id(), true);
    Clerk clerk = hall.clerk().of("demo");
    String action = "/staff/sendings/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/push";
    assertThat(header(clerk.submits("/staff/sendings", action, Map.of()), "location"))
        .isEqualTo("/staff/sendings?done=gone");
    assertThat(stores.outbox().troubled(DEMO, 200))
        .filteredOn(dispatch -> dispatch.id().equals(id))
        .singleElement()
        .satisfies(dispatch -> assertThat(dispatch.payload()).isEqualTo(PAYLOAD));
  }

  @Test
  void showsWhatCouldNotBeHandedOn() {
    Errands errands = hall.bean(Errands.class);
    String id = "forward:" + UUID.randomUUID();
    // Of a kind that the server runs, but not before tomorrow.
    Errand later =
        Errand.of(
            DEMO, id, "line.forward", "", 0, now.plusSeconds(3_600), now.plusSeconds(86_400), "{}");
    errands.add(later);
    Errand begun = errands.begin(later, now.plusSeconds(3_600)).orElseThrow();
    errands.settle(begun, SendState.GIVEN_UP, "503", now);
    assertThat(hall.clerk().of("demo").opens("/staff/sendings").body())
        .contains("ほかのサービスへの転送", "503");
    assertThat(hall.clerk().of("minato").opens("/staff/sendings").body()).doesNotContain(">503<");
  }

  private void ambiguous(String id) {
    Dispatch dispatch =
        new Dispatch(
            DEMO,
            id,
            conversation.id(),
            conversation.epoch(),
            "line",
            now,
            now.plusSeconds(55),
            PAYLOAD,
            SendState.READY,
            0,
            "");
    stores
        .unitOfWork()
        .commit(
            () -> {
              stores.outbox().add(dispatch);
              stores.outbox().settle(dispatch, SendState.AMBIGUOUS, "expired");
              return true;
            });
  }

  private String attach(String name, byte[] bytes) throws IOException {
    Attachment awaited = awaited("line:" + UUID.randomUUID(), name);
    hall.bean(Attachments.class).expect(awaited);
    hall.bean(Attachments.class).store(awaited, "text/html", new ByteArrayInputStream(bytes));
    return awaited.id();
  }

  private Attachment awaited(String id, String name) {
    return Attachment.awaited(
        DEMO, conversation.id(), id, "file", name, now, now.plusSeconds(86_400));
  }

  private String openCase() {
    stores.handoffs().open(DEMO, conversation.id(), null, now);
    List<Handoff> open = stores.handoffs().pending(DEMO);
    return open.stream()
        .filter(handoff -> handoff.conversationId().equals(conversation.id()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String download(String caseId, String message) {
    return "/staff/cases/"
        + caseId
        + "/attachment?message="
        + URLEncoder.encode(message, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
