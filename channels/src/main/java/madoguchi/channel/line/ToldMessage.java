package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.Sender;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message as it was written for LINE: what is only passed on is not read into a model. */
record ToldMessage(String json) implements Message, JsonSerializable {

  @Override
  public @Nullable QuickReply quickReply() {
    return null;
  }

  @Override
  public @Nullable Sender sender() {
    return null;
  }

  @Override
  public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
    // Jackson writes what is beyond U+FFFF as it is into texts, and escaped into bytes.
    out.writeRawValue(out.getOutputTarget() instanceof OutputStream ? escaped() : json);
  }

  /** Its type stands in it. */
  @Override
  public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type)
      throws IOException {
    serialize(out, provider);
  }

  private String escaped() {
    return json.chars().anyMatch(ToldMessage::isHalf)
        ? json.chars()
            .mapToObj(c -> isHalf(c) ? "\\u%04X".formatted(c) : Character.toString(c))
            .collect(Collectors.joining())
        : json;
  }

  private static boolean isHalf(int unit) {
    return Character.isSurrogate((char) unit);
  }

  @Override
  public String toString() {
    return "ToldMessage"; // a text is for no log
  }
}
