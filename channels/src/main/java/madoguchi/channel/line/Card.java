package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexSeparator;
import com.linecorp.bot.messaging.model.QuickReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a card: what was asked, the answer word for word with its steps set off, and below
 * it what a thumb wants: to call the department, to open the pages, to say whether it was of use.
 */
final class Card {

  /** In UTF-16 units: a longer answer is read better as text, which can be copied and searched. */
  private static final int LONGEST = 2_000;

  private final CardActions actions;
  private final Departments departments;

  Card(Sentences sentences, Departments departments) {
    this.actions = new CardActions(sentences);
    this.departments = departments;
  }

  /** A card of the line; empty when it is no answer of one entry, or too long for a card. */
  Optional<FlexMessage> of(Utterance line, Municipality town, @Nullable QuickReply below) {
    if (line.sources().size() != 1 || !line.choices().isEmpty() || line.text().length() > LONGEST) {
      return Optional.empty();
    }
    String answer = Cut.wellFormed(line.text());
    Source source = line.sources().getFirst();
    FlexBox body =
        box(
            FlexBox.Layout.VERTICAL,
            "lg",
            List.of(
                CardText.title(source.title()),
                new FlexSeparator.Builder().build(),
                CardText.answer(answer)));
    FlexBubble bubble =
        new FlexBubble.Builder()
            .size(FlexBubble.Size.MEGA)
            .body(body)
            .footer(
                box(FlexBox.Layout.VERTICAL, "sm", buttons(line.inReplyTo(), answer, source, town)))
            .build();
    FlexMessage.Builder card = new FlexMessage.Builder(Cut.toUnits(answer, Sizes.ALT_TEXT), bubble);
    return Optional.of((below == null ? card : card.quickReply(below)).build()).filter(Sizes::fit);
  }

  private List<FlexComponent> buttons(
      String messageId, String answer, Source source, Municipality town) {
    List<FlexComponent> buttons = new ArrayList<>();
    departments
        .of(town, source.faqId())
        .flatMap(department -> actions.call(department, town))
        .ifPresent(call -> buttons.add(button(call, FlexButton.Style.PRIMARY)));
    actions
        .pages(answer, source, town)
        .forEach(open -> buttons.add(button(open, FlexButton.Style.LINK)));
    List<FlexComponent> votes =
        Stream.of(true, false)
            .map(useful -> actions.vote(messageId, source.faqId(), useful, town))
            .map(vote -> button(vote, FlexButton.Style.SECONDARY))
            .toList();
    buttons.add(box(FlexBox.Layout.HORIZONTAL, "sm", votes));
    return buttons;
  }

  private static FlexComponent button(Action action, FlexButton.Style style) {
    FlexButton.Builder button =
        new FlexButton.Builder(action)
            .style(style)
            .height(FlexButton.Height.SM)
            .adjustMode(FlexButton.AdjustMode.SHRINK_TO_FIT);
    return (style == FlexButton.Style.PRIMARY ? button.color(CardText.KEY_COLOUR) : button).build();
  }

  private static FlexBox box(
      FlexBox.Layout layout, String spacing, List<? extends FlexComponent> contents) {
    return new FlexBox.Builder(layout, List.copyOf(contents)).spacing(spacing).build();
  }
}
