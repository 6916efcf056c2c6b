package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.webhook.model.AudioMessageContent;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.FileMessageContent;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.ImageMessageContent;
import com.linecorp.bot.webhook.model.LocationMessageContent;
import com.linecorp.bot.webhook.model.MessageContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.StickerMessageContent;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UserSource;
import com.linecorp.bot.webhook.model.VideoMessageContent;
import java.util.Optional;
import madoguchi.bot.inquiry.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an event means to the bot; empty for all that is nothing to answer: kinds of events that are
 * unknown or need no answer, and what is said in a group to others.
 */
final class EventReader {

  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

  // The SDK's model speaks Jackson 2.
  private final ObjectMapper sdk = ModelObjectMapper.createNewObjectMapper();

  Optional<Said> read(ReceivedEvent received) {
    return received.isForUs() ? parse(received).flatMap(EventReader::meaning) : Optional.empty();
  }

  private Optional<Event> parse(ReceivedEvent received) {
    try {
      return Optional.ofNullable(sdk.readValue(received.event().toString(), Event.class));
    } catch (JsonProcessingException broken) {
      // Its message may quote the resident.
      LOG.warn("event {} is not as LINE describes it", received.messageId());
      return Optional.empty();
    }
  }

  private static Optional<Said> meaning(Event event) {
    return switch (event) {
      case MessageEvent e when e.source() instanceof UserSource -> said(e.message());
      case MessageEvent e when e.message() instanceof TextMessageContent text ->
          Mentions.saidToUs(text);
      case PostbackEvent e when e.postback() != null -> Postback.read(e.postback());
      case FollowEvent e -> Optional.of(new Said.Arrived());
      default -> Optional.empty();
    };
  }

  private static Optional<Said> said(MessageContent content) {
    return switch (content) {
      case TextMessageContent text when text.text() != null ->
          Optional.of(new Said.Text(text.text()));
      case StickerMessageContent sticker -> sent("sticker");
      case ImageMessageContent image -> sent("image");
      case VideoMessageContent video -> sent("video");
      case AudioMessageContent audio -> sent("audio");
      case FileMessageContent file -> sent("file");
      case LocationMessageContent location -> sent("location");
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Said> sent(String kind) {
    return Optional.of(new Said.Sent(kind));
  }
}
