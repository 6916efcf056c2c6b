package madoguchi.channel.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Municipality;
import madoguchi.channel.line.Reply.Button;
import madoguchi.channel.line.Reply.Message;

/**
 * Puts what the bot says into LINE's messages: texts with sources and numbered choices in them, and
 * the choices again as quick replies, the last of which is always the way to a person.
 */
final class ReplyComposer {

  private static final int MESSAGES = 5;
  private static final int TEXT = 5_000;
  private static final int BUTTONS = 13;
  private static final int LABEL = 20;
  private static final int DATA = 300;

  private final Sentences sentences;

  ReplyComposer(Sentences sentences) {
    this.sentences = sentences;
  }

  /** Up to 5 messages; none when there is nothing to say. */
  List<Message> compose(List<Utterance> lines, Municipality town) {
    List<Utterance> said = lines.stream().filter(line -> !line.text().isBlank()).toList();
    List<String> texts = texts(said, town);
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      messages.add(new Message(texts.get(i), last ? buttons(said, town) : List.of()));
    }
    return messages;
  }

  private List<String> texts(List<Utterance> said, Municipality town) {
    List<Utterance> lines = said.size() > MESSAGES ? List.of(joined(said)) : said;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int kept = lines.size() - 1 - i; // each of the lines to come needs a message at least
      texts.addAll(fit(lines.get(i), MESSAGES - texts.size() - kept, town));
    }
    return texts;
  }

  private static Utterance joined(List<Utterance> said) {
    Utterance first = said.getFirst();
    return new Utterance(
        first.number(),
        first.at(),
        first.from(),
        first.inReplyTo(),
        said.stream().map(Utterance::text).collect(Collectors.joining("\n\n")),
        said.stream().flatMap(line -> line.sources().stream()).toList(),
        said.stream().flatMap(line -> line.choices().stream()).toList());
  }

  /** The line in at most so many texts: too long a text is cut, its sources are not. */
  private List<String> fit(Utterance line, int room, Municipality town) {
    String tail = Cut.toUnits(tail(line, town), TEXT / 2);
    List<String> pieces = Cut.inPieces(Cut.wellFormed(line.text() + tail), TEXT);
    if (pieces.size() <= room) {
      return pieces;
    }
    String end = '\n' + sentences.say("line.cut", town, null) + tail;
    List<String> kept = new ArrayList<>(Cut.inPieces(Cut.wellFormed(line.text()), TEXT));
    String last = Cut.inPieces(kept.get(room - 1), TEXT - end.length()).getFirst();
    return Stream.concat(kept.stream().limit(room - 1L), Stream.of(last + end)).toList();
  }

  private String tail(Utterance line, Municipality town) {
    List<Choice> numbered = numbered(line);
    StringBuilder tail = new StringBuilder();
    for (int i = 0; i < numbered.size(); i++) {
      tail.append(i == 0 ? "\n\n" : "\n")
          .append(i + 1)
          .append(". ")
          .append(numbered.get(i).label());
    }
    for (Source source : line.sources()) {
      tail.append("\n\n")
          .append(sentences.say("line.source", town, null).replace("{title}", source.title()));
      if (source.url() != null) {
        tail.append('\n').append(source.url());
      }
    }
    return tail.toString();
  }

  private List<Button> buttons(List<Utterance> said, Municipality town) {
    Map<String, Button> byData = new LinkedHashMap<>();
    for (Utterance line : said) {
      List<Choice> numbered = numbered(line);
      for (Choice choice : line.choices()) {
        int number = numbered.indexOf(choice) + 1;
        Button button = button(choice, number > 0 ? number + ". " : "");
        byData.putIfAbsent(button.data(), button);
      }
    }
    Button person =
        button(new Choice(sentences.say("choice.handoff", town, null), Wording.HANDOFF), "");
    byData.remove(person.data());
    return Stream.concat(
            byData.values().stream().filter(b -> b.data().length() <= DATA).limit(BUTTONS - 1L),
            Stream.of(person))
        .toList();
  }

  private static Button button(Choice choice, String number) {
    String label = Cut.wellFormed(choice.label()).strip();
    return new Button(
        Cut.toClusters(number + label, LABEL),
        Postback.data(choice.value()),
        Cut.toUnits(label, DATA));
  }

  /** Labels are cut to LINE's size, so the entries' whole questions stand in the text. */
  private static List<Choice> numbered(Utterance line) {
    return line.choices().stream().filter(c -> c.value().startsWith(Wording.FAQ)).toList();
  }
}
