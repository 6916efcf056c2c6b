package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Municipality;

/** The choices below the last message; the last of them is always the way to a person. */
final class QuickReplies {

  private final Sentences sentences;

  QuickReplies(Sentences sentences) {
    this.sentences = sentences;
  }

  QuickReply below(List<Utterance> said, Numbers numbers, Municipality town) {
    Map<String, PostbackAction> byData = new LinkedHashMap<>();
    for (Utterance line : said) {
      for (Choice choice : line.choices()) {
        PostbackAction button = button(choice, numbers.before(choice.value()));
        byData.putIfAbsent(button.data(), button);
      }
    }
    PostbackAction person =
        button(new Choice(sentences.say("choice.handoff", town, null), Wording.HANDOFF), "");
    byData.remove(person.data());
    return new QuickReply(
        Stream.concat(
                byData.values().stream()
                    .filter(b -> b.data().length() <= Sizes.DATA && !b.label().isBlank())
                    .limit(Sizes.QUICK_REPLIES - 1L),
                Stream.of(person))
            .map(QuickReplyItem::new)
            .toList());
  }

  private static PostbackAction button(Choice choice, String number) {
    String label = Cut.wellFormed(choice.label()).strip();
    return new PostbackAction(
        Cut.toClusters(number + label, Sizes.LABEL),
        Postback.data(choice.value()),
        Cut.toUnits(label, Sizes.DATA),
        null,
        null,
        null);
  }
}
