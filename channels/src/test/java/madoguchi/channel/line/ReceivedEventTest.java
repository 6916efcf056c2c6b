package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The envelope of an event, whatever stands in it. */
class ReceivedEventTest {

  private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  @Test
  void staysTheSameThroughItsPayload() {
    ReceivedEvent event = event("{'type':'message','message':{'text':'ご\\u0000み\\ud83d'}}");
    ReceivedEvent read = ReceivedEvent.ofPayload(event.toPayload());
    assertThat(read).isEqualTo(event);
    assertThat(read.messageId()).isEqualTo(event.messageId());
  }

  @Test
  void goesByItsIdAndWithoutOneByItsContent() {
    assertThat(event("{'webhookEventId':'01FZ74A0TDDPYRVKNK77XKC3ZR'}").messageId())
        .isEqualTo("line:01FZ74A0TDDPYRVKNK77XKC3ZR");
    assertThat(event("{'a':1}").messageId()).isEqualTo(event("{ 'a' : 1 }").messageId());
    assertThat(event("{'a':1}").messageId()).isNotEqualTo(event("{'a':2}").messageId());
    String tooLong = "{'webhookEventId':'" + "A".repeat(100_000) + "'}";
    assertThat(event(tooLong).messageId()).hasSizeLessThan(70).startsWith("line:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'timestamp':null}",
        "{'timestamp':'1'}",
        "{'timestamp':1.5}",
        "{'timestamp':-1}",
        "{'timestamp':0}",
        "{'timestamp':1e400}",
        "{'timestamp':99999999999999999999999}",
        "{'timestamp':9223372036854775807}",
        "null",
        "[]",
        "7"
      })
  void takesTheTimeOfReceiptForAGarbledTimestamp(String json) {
    assertThat(event(json).sentAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0, 55",
    "false, -86400, 55",
    "true, 0, 55",
    "true, -1100, 55",
    "true, -1180, 20",
    "true, -1200, 0",
    "true, -5000, -3800"
  })
  void itsTokenLivesForAMinuteFromTheReceiptButNotBeyondTwentyMinutes(
      boolean redelivered, long sent, long expected) {
    ReceivedEvent event =
        event(
            "{'timestamp':%d,'deliveryContext':{'isRedelivery':%b}}"
                .formatted(NOW.plusSeconds(sent).toEpochMilli(), redelivered));
    assertThat(Duration.between(NOW, event.replyTokenExpiresAt()).toSeconds()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'source':{'type':'user','userId':'U1'}} | U1",
        "{'source':{'type':'group','groupId':'C1','userId':'U1'}} | C1",
        "{'source':{'type':'room','roomId':'R1','userId':'U1'}} | R1",
        "{'source':{'type':'group','userId':'U1'}} | system",
        "{'source':{'type':'moon','userId':'U1'}} | U1",
        "{'source':{'type':'user','userId':5}} | system",
        "{'source':'U1'} | system",
        "{} | system",
        "null | system"
      })
  void belongsToTheChatItCameFrom(String json, String chat) {
    assertThat(event(json).chat()).isEqualTo(chat);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | true",
        "{'mode':'active'} | true",
        "{'mode':'standby'} | false",
        "{'mode':'new'} | false",
        "{'mode':null} | false",
        "null | false"
      })
  void isForUsUnlessAnotherServiceHasTheWord(String json, boolean forUs) {
    assertThat(event(json).isForUs()).isEqualTo(forUs);
  }

  private static ReceivedEvent event(String json) {
    return new ReceivedEvent(NOW, JsonMapper.shared().readTree(json.replace('\'', '"')));
  }
}
