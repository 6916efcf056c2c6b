package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexContainer;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexSeparator;
import com.linecorp.bot.messaging.model.FlexSpan;
import com.linecorp.bot.messaging.model.FlexText;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.TextMessage;
import com.linecorp.bot.messaging.model.URIAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells of most messages that LINE takes their sizes, without making JSON of them: of what we
 * compose it counts more bytes than there can be, and of anything else it says nothing.
 */
final class RoughSizes {

  /** Bytes that no UTF-16 unit needs more of as JSON, but for control characters. */
  private static final int UNIT = 3;

  /** Control characters are escaped. */
  private static final int CONTROL = 6;

  /** More bytes than a span of ours has beside the words in it: a card has many. */
  private static final int SPAN = 100;

  /** More bytes than a component of ours has beside the words in it. */
  private static final int COMPONENT = 400;

  /** More than LINE takes: for what is not counted. */
  private static final long UNKNOWN = Sizes.BUBBLE + 1L;

  private RoughSizes() {}

  /** False: it may fit or not. */
  static boolean surelyFit(Message message) {
    return surelyFits(message.quickReply())
        && switch (message) {
          case TextMessage text -> Sizes.isWithin(text.text(), Sizes.TEXT);
          case FlexMessage flex ->
              Sizes.isWithin(flex.altText(), Sizes.ALT_TEXT)
                  && bytes(flex.contents()) <= Sizes.BUBBLE;
          default -> false;
        };
  }

  private static boolean surelyFits(@Nullable QuickReply below) {
    return below == null
        || below.items().size() <= Sizes.QUICK_REPLIES
            && below.items().stream().allMatch(item -> bytes(item.action()) < UNKNOWN);
  }

  private static long bytes(FlexContainer container) {
    return container instanceof FlexBubble bubble
            && bubble.header() == null
            && bubble.hero() == null
            && bubble.styles() == null
            && bubble.action() == null
        ? COMPONENT + bytes(bubble.body()) + bytes(bubble.footer())
        : UNKNOWN;
  }

  private static long bytes(@Nullable FlexComponent component) {
    return switch (component) {
      case FlexBox box when box.action() == null && box.background() == null ->
          COMPONENT + sum(box.contents());
      case FlexText text when text.action() == null ->
          COMPONENT + words(text.text()) + (text.contents() == null ? 0 : sum(text.contents()));
      case FlexSpan span when span.size() == null && span.style() == null ->
          SPAN + words(span.text());
      case FlexButton button -> COMPONENT + bytes(button.action());
      case FlexSeparator separator -> COMPONENT;
      case null -> 0;
      default -> UNKNOWN;
    };
  }

  private static long sum(List<? extends FlexComponent> components) {
    return components.stream().mapToLong(RoughSizes::bytes).sum();
  }

  /** As unknown as if it did not fit: then nothing is known of what it stands in. */
  private static long bytes(@Nullable Action action) {
    return switch (action) {
      case PostbackAction press
          when Sizes.isLabel(press.label())
              && Sizes.isWithin(press.data(), Sizes.DATA)
              && (press.displayText() == null || press.displayText().length() <= Sizes.DATA)
              && press.text() == null
              && press.fillInText() == null ->
          words(press.label()) + words(press.data()) + words(press.displayText());
      case URIAction open
          when Sizes.isLabel(open.label())
              && open.uri() != null
              && Sizes.isWithin(open.uri().toString(), Sizes.URI)
              && open.altUri() == null ->
          words(open.label()) + words(open.uri().toString());
      case null, default -> UNKNOWN;
    };
  }

  private static long words(@Nullable String text) {
    long bytes = 0;
    for (int i = 0; text != null && i < text.length(); i++) {
      bytes += text.charAt(i) < ' ' ? CONTROL : UNIT;
    }
    return bytes;
  }
}
