package madoguchi.channel.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Takes JSON strings only: a number or a truth value is a mistake, not a text. */
final class StrictText extends ValueDeserializer<String> {

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    return parser.hasToken(JsonToken.VALUE_STRING)
        ? parser.getString()
        : (String) context.handleUnexpectedToken(String.class, parser);
  }
}
