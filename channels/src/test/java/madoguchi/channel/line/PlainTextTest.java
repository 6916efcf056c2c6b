package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import madoguchi.bot.inquiry.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A text that is read without the SDK's model is what the model would have said. */
class PlainTextTest {

  private static final String EVENT =
      "{'type':'message','message':{'type':'text','id':'1','quoteToken':'q','text':'ご\\u0000み \\ud83d'},"
          + "'webhookEventId':'01H','deliveryContext':{'isRedelivery':false},"
          + "'timestamp':1795000000000,'source':{'type':'user','userId':'U1'},"
          + "'replyToken':'t','mode':'active'}";

  private final EventReader reader = new EventReader();

  @Test
  void isReadOfWhatMostResidentsSend() {
    assertThat(PlainText.of(json(EVENT))).isEqualTo("ご\u0000み \ud83d");
    assertThat(PlainText.of(json(EVENT.replace(",'mode':'active'", "")))).isNotNull();
    assertThat(byModel(json(EVENT)).said()).isEqualTo(new Said.Text("ご\u0000み \ud83d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'message' | 'type':'postback'",
        "'type':'user' | 'type':'group'",
        "'type':'user' | 'type':5",
        "'type':'text' | 'type':'image'",
        "'text':'ご | 'mention':{'mentionees':[]},'text':'ご",
        "'text':'ご | 'emojis':[],'text':'ご",
        "'text':'ご | 'new':'x','text':'ご",
        "'quoteToken':'q' | 'quoteToken':{}",
        "'text': | 'words':",
        "1795000000000 | '1795000000000'",
        "1795000000000 | 1e9",
        "1795000000000 | 99999999999999999999",
        "1795000000000 | null",
        "{'isRedelivery':false} | {'isRedelivery':'false'}",
        "{'isRedelivery':false} | {'isRedelivery':null}",
        "{'isRedelivery':false} | []",
        "'replyToken':'t' | 'replyToken':['t']",
        "'replyToken':'t' | 'replyToken':null",
        "'mode':'active' | 'new':'field'"
      })
  void leavesAllElseToTheModel(String change) {
    String[] parts = change.split(" \\| ", -1);
    assertThat(EVENT).contains(parts[0]);
    assertThat(PlainText.of(json(EVENT.replace(parts[0], parts[1])))).isNull();
  }

  @Test
  void agreesWithTheModelWhateverIsGarbled() {
    GarbledEvents garbled = new GarbledEvents(new Random(7));
    int plain = 0;
    for (int n = 0; n < 6_000; n++) {
      for (JsonNode event : events(garbled.body())) {
        if (event.path("message") instanceof ObjectNode message) {
          message.remove("emojis");
        }
        String text = PlainText.of(event);
        if (text != null) {
          plain++;
          assertThat(byModel(event)).isEqualTo(Reading.of(new Said.Text(text)));
        }
      }
    }
    assertThat(plain).isGreaterThan(50);
  }

  private Reading byModel(JsonNode event) {
    return reader.byModel(new ReceivedEvent(Instant.EPOCH, event), false);
  }

  private static JsonNode events(byte[] body) {
    try {
      return JsonMapper.shared().readTree(body).path("events");
    } catch (JacksonException garbled) {
      return JsonMapper.shared().createArrayNode();
    }
  }

  private static JsonNode json(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }
}
