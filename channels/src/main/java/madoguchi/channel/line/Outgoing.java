package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import java.util.List;

/**
 * What is to be said in one chat: the payload of a dispatch or of a push.
 *
 * @param replyToken good for one reply
 * @param to LINE's id of the chat
 * @param messages 1 to 5, within LINE's sizes
 * @param byHand whether a person has it pushed, and not the rules
 */
record Outgoing(String replyToken, String to, List<Message> messages, boolean byHand) {

  // The SDK's model speaks Jackson 2.
  private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();

  Outgoing {
    messages = List.copyOf(messages);
  }

  Outgoing pushedByHand() {
    return new Outgoing(replyToken, to, messages, true);
  }

  String toPayload() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the SDK's model can be written", impossible);
    }
  }

  static Outgoing ofPayload(String payload) {
    try {
      return JSON.readValue(payload, Outgoing.class);
    } catch (JsonProcessingException garbled) {
      // Without the cause: it would quote what was to be said.
      throw new IllegalStateException("not a payload of this version");
    }
  }
}
