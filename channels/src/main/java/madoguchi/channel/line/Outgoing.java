package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said in one chat: the payload of a dispatch or of a push.
 *
 * @param replyToken good for one reply
 * @param to LINE's id of the chat
 * @param messages 1 to 5, within LINE's sizes; those of a payload as they were written
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
    try (JsonParser in = JSON.createParser(payload)) {
      Outgoing outgoing = in.nextToken() == JsonToken.START_OBJECT ? read(in, payload) : null;
      if (outgoing != null) {
        return outgoing;
      }
    } catch (IOException garbled) {
      // Without the cause: it would quote what was to be said.
    }
    throw new IllegalStateException("not a payload of this version");
  }

  /** Null when something is missing. */
  private static @Nullable Outgoing read(JsonParser in, String payload) throws IOException {
    String replyToken = null;
    String to = null;
    List<Message> messages = null;
    boolean byHand = false;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      switch (name) {
        case "replyToken" -> replyToken = in.getValueAsString();
        case "to" -> to = in.getValueAsString();
        case "messages" -> messages = value == JsonToken.START_ARRAY ? told(in, payload) : null;
        case "byHand" -> byHand = in.getValueAsBoolean();
        default -> in.skipChildren();
      }
    }
    return replyToken == null || to == null || messages == null
        ? null
        : new Outgoing(replyToken, to, messages, byHand);
  }

  private static List<Message> told(JsonParser in, String payload) throws IOException {
    List<Message> messages = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      int begin = (int) in.currentTokenLocation().getCharOffset();
      in.skipChildren();
      int end = (int) in.currentLocation().getCharOffset();
      messages.add(new ToldMessage(payload.substring(begin, end)));
    }
    return messages;
  }
}
