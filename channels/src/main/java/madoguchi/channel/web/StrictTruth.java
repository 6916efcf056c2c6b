package madoguchi.channel.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Takes JSON's {@code true} and {@code false} only, not 1 or {@code "true"}. */
final class StrictTruth extends ValueDeserializer<Boolean> {

  @Override
  public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context) {
    return parser.currentToken().isBoolean()
        ? (Boolean) parser.getBooleanValue()
        : (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
  }
}
