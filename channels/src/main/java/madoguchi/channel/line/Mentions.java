package madoguchi.channel.line;

import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UserMentionee;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.inquiry.Said;

/** In a group or room the bot answers only when it is mentioned. */
final class Mentions {

  private Mentions() {}

  /** What was said beside the bot's name; only the name: a greeting. Empty: said to others. */
  static Optional<Said> saidToUs(TextMessageContent content) {
    if (content.text() == null
        || content.mention() == null
        || content.mention().mentionees() == null) {
      return Optional.empty();
    }
    List<UserMentionee> ofUs =
        content.mention().mentionees().stream()
            .filter(UserMentionee.class::isInstance)
            .map(UserMentionee.class::cast)
            .filter(mentionee -> Boolean.TRUE.equals(mentionee.isSelf()))
            .toList();
    if (ofUs.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(content.text());
    ofUs.stream()
        .filter(m -> m.index() != null && m.length() != null)
        .filter(m -> 0 <= m.index() && 0 <= m.length() && m.length() <= text.length() - m.index())
        .sorted(Comparator.comparing(UserMentionee::index).reversed())
        .forEach(m -> text.replace(m.index(), m.index() + m.length(), " "));
    String rest = text.toString().strip();
    return Optional.of(rest.isEmpty() ? new Said.Arrived() : new Said.Text(rest));
  }
}
