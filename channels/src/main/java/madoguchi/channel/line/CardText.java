package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.FlexSpan;
import com.linecorp.bot.messaging.model.FlexText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words on a card. */
final class CardText {

  static final String KEY_COLOUR = "#0017C1";
  private static final String TEXT_COLOUR = "#333333";

  /** A step's number or bullet at the beginning of a line, or an address anywhere. */
  private static final Pattern SET_OFF =
      Pattern.compile(
          "(?m)^[ 　]*(?:[0-9０-９]{1,2}[.．、)）]|[(（][0-9０-９]{1,2}[)）]|[①-⑳]|[・●○■◆※])"
              + "|https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'*+,;=%]+");

  private CardText() {}

  static FlexText title(String question) {
    return new FlexText.Builder()
        .text(Cut.wellFormed(question))
        .weight(FlexText.Weight.BOLD)
        .size("lg")
        .color(KEY_COLOUR)
        .wrap(true)
        .build();
  }

  /** In one component, so that it is the entry's answer and nothing else; LINE shows the spans. */
  static FlexText answer(String answer) {
    FlexText.Builder text =
        new FlexText.Builder()
            .text(answer)
            .size("md")
            .color(TEXT_COLOUR)
            .wrap(true)
            .lineSpacing("6px");
    List<FlexSpan> spans = spans(answer);
    return (spans.size() > 1 ? text.contents(spans) : text).build();
  }

  private static List<FlexSpan> spans(String answer) {
    List<FlexSpan> spans = new ArrayList<>();
    Matcher found = SET_OFF.matcher(answer);
    int end = 0;
    while (found.find()) {
      if (found.start() > end) {
        spans.add(new FlexSpan.Builder().text(answer.substring(end, found.start())).build());
      }
      spans.add(setOff(found.toMatchResult()));
      end = found.end();
    }
    if (end < answer.length()) {
      spans.add(new FlexSpan.Builder().text(answer.substring(end)).build());
    }
    return spans;
  }

  private static FlexSpan setOff(MatchResult found) {
    FlexSpan.Builder span = new FlexSpan.Builder().text(found.group()).color(KEY_COLOUR);
    return found.group().startsWith("http")
        ? span.decoration(FlexSpan.Decoration.UNDERLINE).build()
        : span.weight(FlexSpan.Weight.BOLD).build();
  }
}
