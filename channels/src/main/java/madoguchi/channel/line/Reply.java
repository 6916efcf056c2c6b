package madoguchi.channel.line;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be sent by one reply token: the payload of a dispatch.
 *
 * @param messages 1 to 5, within LINE's sizes
 */
record Reply(String replyToken, List<Message> messages) {

  private static final JsonMapper JSON = JsonMapper.shared();

  Reply {
    messages = List.copyOf(messages);
  }

  /**
   * A text with the quick replies below it.
   *
   * @param text 1 to 5,000 UTF-16 units
   * @param buttons up to 13; LINE shows those of the last message only
   */
  record Message(String text, List<Button> buttons) {
    Message {
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * A quick reply.
   *
   * @param label 1 to 20 grapheme clusters
   * @param data up to 300 UTF-16 units; comes back as a postback
   * @param shown up to 300 UTF-16 units; stands in the chat as the resident's own line
   */
  record Button(String label, String data, String shown) {}

  String toPayload() {
    return JSON.writeValueAsString(this);
  }

  static Reply ofPayload(String payload) {
    return JSON.readValue(payload, Reply.class);
  }
}
