package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.AttachmentState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What residents attach is fetched from LINE, kept for staff and deleted in time. */
class AttachedTest {

  private static final byte[] PNG =
      "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1);

  private LineTown town;

  @BeforeEach
  void open() {
    town = new LineTown(Duration.ofSeconds(2), Duration.ofMinutes(1));
    town.workers.start();
    town.errander.start();
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "video", "audio", "file"})
  void fetchesWhatIsSentWithoutKeepingTheAnswerWaiting(String kind) {
    ObjectNode event = sent("U-" + kind, kind);
    town.line.contents().putLater(id(event), PNG, 1);
    town.deliver(event);
    assertThat(town.read("U-" + kind, 1).getFirst().texts().getFirst()).contains("文字で送って");
    await().until(this::isBeingPrepared);
    assertThat(only("U-" + kind).state()).isEqualTo(AttachmentState.AWAITED);
    town.pass(Duration.ofSeconds(10));
    await().until(() -> only("U-" + kind).state() == AttachmentState.STORED);
    Attachment stored = only("U-" + kind);
    assertThat(stored.kind()).isEqualTo(kind);
    assertThat(stored.name()).isEqualTo("届出.pdf");
    assertThat(stored.mediaType()).isEqualTo("image/png");
    assertThat(town.attachments.part(stored, 0)).hasValue(PNG);
  }

  @ParameterizedTest
  @CsvSource({"404, GONE", "410, GONE", "400, FAILED"})
  void saysWhyItDidNotCome(int status, AttachmentState expected) {
    ObjectNode event = sent("Ua", "image");
    town.line.contents().refuse(id(event), status);
    town.deliver(event);
    town.read("Ua", 1);
    await().until(() -> only("Ua").state() == expected);
    assertThat(town.line.contents().asked()).isOne();
  }

  @Test
  void triesForADayAndThenGivesUp() {
    ObjectNode event = sent("Ub", "video");
    town.line.contents().putLater(id(event), PNG, 1_000);
    town.deliver(event);
    town.read("Ub", 1);
    await().until(this::isBeingPrepared);
    town.pass(Duration.ofHours(25));
    await().until(() -> only("Ub").state() == AttachmentState.FAILED);
  }

  @Test
  void readsNoMoreThanTheTownKeeps() {
    town.set("line.attachment-megabytes", "1");
    ObjectNode event = sent("Uc", "file");
    town.line.contents().put(id(event), new byte[(1 << 20) + 1]);
    town.deliver(event);
    town.read("Uc", 1);
    await().until(() -> only("Uc").state() == AttachmentState.TOO_LARGE);
    assertThat(only("Uc").length()).isZero();
  }

  @Test
  void fetchesNothingWhereTheTownKeepsNothingNorFromElsewhereNorFromGroups() {
    town.set("line.attachments", "off");
    ObjectNode off = sent("Ud", "image");
    town.deliver(off);
    assertThat(town.read("Ud", 1).getFirst().texts().getFirst())
        .as("nobody is promised to be seen what is not kept")
        .contains("文字で送って")
        .doesNotContain("職員が見る");
    town.set("line.attachments", "on");
    ObjectNode elsewhere = sent("Ud", "image");
    ((ObjectNode) elsewhere.path("message"))
        .putObject("contentProvider")
        .put("type", "external")
        .put("originalContentUrl", "http://127.0.0.1:1/");
    town.deliver(elsewhere);
    town.read("Ud", 2);
    ObjectNode group = sent("Ud", "image");
    group.putObject("source").put("type", "group").put("groupId", "C1").put("userId", "Ud");
    town.deliver(group);
    assertThat(town.outcome(group)).isEqualTo("silent-not-mentioned");
    assertThat(of("Ud")).isEmpty();
    assertThat(of("C1")).isEmpty();
    assertThat(town.line.contents().asked()).isZero();
  }

  @Test
  void goesWhenItIsTakenBackAndWhenItsTimeIsOver() {
    ObjectNode first = sent("Ue", "image");
    ObjectNode second = sent("Ue", "image");
    for (ObjectNode event : List.of(first, second)) {
      town.line.contents().put(id(event), PNG);
      town.deliver(event);
    }
    town.read("Ue", 2);
    await().until(() -> of("Ue").stream().allMatch(a -> a.state() == AttachmentState.STORED));
    town.deliver(town.line.unsend(first));
    assertThat(of("Ue")).hasSize(1);
    town.pass(Duration.ofDays(31));
    await().until(() -> of("Ue").isEmpty());
  }

  @Test
  void tellsThatStaffWillLookWhereOneIsWaitedFor() {
    town.deliver(town.line.postback("Uf", "choice=handoff"));
    town.read("Uf", 1);
    town.pass(Duration.ofMillis(5));
    ObjectNode event = sent("Uf", "image");
    town.line.contents().put(id(event), PNG);
    town.deliver(event);
    assertThat(town.read("Uf", 2).getLast().texts().getFirst()).startsWith("受け取りました。");
  }

  @Test
  void writesAPlaceDownForStaff() {
    ObjectNode event =
        town.line.message(
            "Ug",
            "{\"type\":\"location\",\"title\":\"公園\",\"address\":\"あおば野市1-2\",\"latitude\":35.5,"
                + "\"longitude\":139.5}");
    town.deliver(event);
    assertThat(town.read("Ug", 1).getFirst().texts().getFirst()).contains("位置情報");
    assertThat(
            town.conversations
                .after(LineTown.DEMO, town.conversation("Ug").id(), 0)
                .getFirst()
                .text())
        .isEqualTo("〔位置情報〕公園 あおば野市1-2 35.5 139.5");
  }

  private boolean isBeingPrepared() {
    return town.errands.troubled(LineTown.DEMO, ContentRunner.KIND, 9).stream()
        .anyMatch(errand -> errand.note().equals("202"));
  }

  private ObjectNode sent(String user, String kind) {
    return town.line.message(
        user,
        "{\"type\":\"%s\",\"fileName\":\"届出.pdf\",\"contentProvider\":{\"type\":\"line\"}}"
            .formatted(kind));
  }

  private static String id(ObjectNode event) {
    return event.path("message").path("id").asString();
  }

  private Attachment only(String user) {
    assertThat(of(user)).hasSize(1);
    return of(user).getFirst();
  }

  private List<Attachment> of(String user) {
    return town.attachments.of(LineTown.DEMO, town.conversation(user).id());
  }
}
