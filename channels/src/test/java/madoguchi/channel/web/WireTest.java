package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WireTest {

  @Test
  void tellsAPageWhichOfItsMessagesHasArrived() {
    assertThat(json(Sender.RESIDENT)).contains("\"clientMessageId\":\"m-1_A\"");
  }

  @Test
  void givesNobodyElsesLineAClientMessageId() {
    for (Sender from : List.of(Sender.BOT, Sender.STAFF, Sender.SYSTEM)) {
      assertThat(json(from)).doesNotContain("clientMessageId");
    }
  }

  private static String json(Sender from) {
    Utterance line =
        new Utterance(
            7, Instant.EPOCH, from, "web:c0nversation:m-1_A", "こんにちは", List.of(), List.of());
    return JsonMapper.shared().writeValueAsString(Wire.Line.of(line));
  }
}
