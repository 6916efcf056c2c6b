package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.FileMessageContent;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.JoinEvent;
import com.linecorp.bot.webhook.model.LocationMessageContent;
import com.linecorp.bot.webhook.model.MessageContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackContent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UnknownMessageContent;
import com.linecorp.bot.webhook.model.UserSource;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.bot.inquiry.Said;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events; what needs no answer gets a silence that has a name. */
final class EventReader {

  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
  private static final Pattern KIND = Pattern.compile("[a-zA-Z]{1,30}");

  /** Kinds of messages that are answered, though the bot cannot read what is in them. */
  private static final Set<String> UNREADABLE =
      Set.of("sticker", "image", "video", "audio", "file", "location");

  // The SDK's model speaks Jackson 2.
  private final ObjectMapper sdk = ModelObjectMapper.createNewObjectMapper();

  /**
   * Reads one event.
   *
   * @param forwards whether another service of the town gets what is not ours
   */
  Reading read(ReceivedEvent received, boolean forwards) {
    if (!received.isForUs()) {
      return Reading.silent(received.event().isObject() ? "standby" : "malformed");
    }
    String text = PlainText.of(received.event());
    return text == null ? byModel(received, forwards) : Reading.of(new Said.Text(text));
  }

  /** As LINE's SDK understands it; of an event that is for us. */
  Reading byModel(ReceivedEvent received, boolean forwards) {
    Event event = parse(received);
    return switch (event) {
      case null -> Reading.silent("malformed");
      case MessageEvent e -> message(received, e);
      case PostbackEvent e when e.postback() == null -> Reading.silent("malformed");
      case PostbackEvent e -> postback(e.postback(), forwards);
      case FollowEvent e -> Reading.of(new Said.Arrived());
      case JoinEvent e -> Reading.of(new Said.Invited());
      default ->
          Reading.silent(KIND.matcher(received.type()).matches() ? received.type() : "unknown");
    };
  }

  private @Nullable Event parse(ReceivedEvent received) {
    try {
      return sdk.readValue(received.event().toString(), Event.class);
    } catch (JsonProcessingException broken) {
      // Its message may quote the resident.
      LOG.warn("event {} is not as LINE describes it", received.messageId());
      return null;
    }
  }

  private static Reading message(ReceivedEvent received, MessageEvent event) {
    MessageContent content = event.message();
    boolean toUsAlone = event.source() instanceof UserSource;
    if (content instanceof TextMessageContent text) {
      if (!toUsAlone) {
        return Reading.of(Mentions.saidToUs(text), "not-mentioned");
      }
      return text.text() == null
          ? Reading.silent("malformed")
          : Reading.of(new Said.Text(text.text()));
    }
    String kind = received.event().path("message").path("type").asString("");
    if (!toUsAlone) {
      return Reading.silent("not-mentioned");
    }
    return content == null || content instanceof UnknownMessageContent || !UNREADABLE.contains(kind)
        ? Reading.silent("unknown-message")
        : Reading.of(new Said.Sent(kind, detail(content)));
  }

  /** What can be told of it to staff. */
  private static String detail(MessageContent content) {
    return switch (content) {
      case FileMessageContent file -> Objects.requireNonNullElse(file.fileName(), "");
      case LocationMessageContent place ->
          Stream.of(place.title(), place.address(), place.latitude(), place.longitude())
              .filter(Objects::nonNull)
              .map(Object::toString)
              .collect(Collectors.joining(" "));
      default -> "";
    };
  }

  private static Reading postback(PostbackContent postback, boolean forwards) {
    if (Postback.turnsMenu(postback)) {
      return Reading.silent("menu");
    }
    if (forwards && !Postback.isOurs(postback)) {
      return Reading.silent("forwarded");
    }
    return Reading.of(Postback.read(postback), "malformed");
  }
}
