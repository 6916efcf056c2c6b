package madoguchi.channel.line;

import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the bot says into LINE's messages: an answer of one entry as a card where it fits one,
 * all else as texts with sources and numbered choices in them; below the last message the choices
 * as quick replies, the last of which is always the way to a person.
 */
final class ReplyComposer {

  private final Sentences sentences;
  private final Card cards;
  private final QuickReplies quickReplies;
  private final LineTail tails;

  ReplyComposer(Sentences sentences, Departments departments, WholeQuestions questions) {
    this.sentences = sentences;
    this.cards = new Card(sentences, departments);
    this.quickReplies = new QuickReplies(sentences);
    this.tails = new LineTail(sentences, questions);
  }

  /** Up to 5 messages; none when there is nothing to say. */
  List<Message> compose(List<Utterance> lines, Municipality town) {
    List<Utterance> said = lines.stream().filter(line -> !line.text().isBlank()).toList();
    if (said.isEmpty()) {
      return List.of();
    }
    List<Utterance> kept = said.size() > Sizes.MESSAGES ? List.of(joined(said)) : said;
    Numbers numbers = Numbers.of(said);
    QuickReply buttons = quickReplies.below(said, numbers, town);
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      int toCome = kept.size() - 1 - i; // each of the lines to come needs a message at least
      boolean last = toCome == 0;
      messages.addAll(
          messages(
              kept.get(i),
              Sizes.MESSAGES - messages.size() - toCome,
              numbers,
              town,
              last ? buttons : null));
    }
    return List.copyOf(messages);
  }

  private List<Message> messages(
      Utterance line, int room, Numbers numbers, Municipality town, @Nullable QuickReply below) {
    Optional<? extends Message> card =
        new LineSettings(town).showsCards() ? cards.of(line, town, below) : Optional.empty();
    if (card.isPresent()) {
      return List.of(card.get());
    }
    List<String> texts = fit(line, room, numbers, town);
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      QuickReply buttons = i == texts.size() - 1 ? below : null;
      Message text = new TextMessage(buttons, null, texts.get(i), null, null);
      messages.add(Sizes.fit(text) ? text : new TextMessage(texts.get(i)));
    }
    return messages;
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
  private List<String> fit(Utterance line, int room, Numbers numbers, Municipality town) {
    String tail = Cut.toUnits(tails.of(line, numbers, town), Sizes.TEXT / 2);
    List<String> pieces = Cut.inPieces(Cut.wellFormed(line.text() + tail), Sizes.TEXT);
    if (pieces.size() <= room) {
      return pieces;
    }
    String end = '\n' + sentences.say("line.cut", town, null) + page(line, town) + tail;
    List<String> kept = new ArrayList<>(Cut.inPieces(Cut.wellFormed(line.text()), Sizes.TEXT));
    String last = Cut.inPieces(kept.get(room - 1), Sizes.TEXT - end.length()).getFirst();
    return Stream.concat(kept.stream().limit(room - 1L), Stream.of(last + end)).toList();
  }

  /** Where the whole of it can be read. */
  private static String page(Utterance line, Municipality town) {
    return line.sources().size() == 1
        ? new LineSettings(town)
            .pageOf(line.sources().getFirst().faqId())
            .map(page -> '\n' + page)
            .orElse("")
        : "";
  }
}
