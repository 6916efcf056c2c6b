package madoguchi.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import org.jspecify.annotations.Nullable;

/** What goes out over the web chat's API, and the one place where it is made of the bot's words. */
final class Wire {

  private Wire() {}

  /** A new conversation; the token is told this once. */
  record Opened(String conversationId, String token) {}

  /** What became of a message. */
  record Reply(String outcome, List<Message> messages) {

    /** Stored; the answer comes later. */
    static final Reply PENDING = new Reply("pending", List.of());

    static Reply of(String outcome, List<Utterance> turn) {
      return new Reply(
          outcome, turn.stream().filter(u -> u.from() == Sender.BOT).map(Message::of).toList());
    }
  }

  /** A line that answers a message. */
  record Message(String id, String text, List<Reference> sources, List<Option> choices) {

    static Message of(Utterance line) {
      return new Message(
          Wire.id(line), line.text(), Reference.all(line.sources()), Option.all(line.choices()));
    }
  }

  /**
   * A line of the conversation, whoever said it.
   *
   * @param clientMessageId of the resident's own lines only: by it a page knows which of its
   *     messages has arrived
   */
  record Line(
      String id,
      String at,
      String from,
      String text,
      List<Reference> sources,
      List<Option> choices,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientMessageId) {

    static Line of(Utterance line) {
      return new Line(
          Wire.id(line),
          line.at().truncatedTo(ChronoUnit.MILLIS).toString(),
          line.from().name().toLowerCase(Locale.ROOT),
          line.text(),
          Reference.all(line.sources()),
          Option.all(line.choices()),
          line.from() == Sender.RESIDENT ? clientMessageId(line) : null);
    }

    /** The last part of the message id; see {@link Postbox}. */
    private static String clientMessageId(Utterance line) {
      return line.inReplyTo().substring(line.inReplyTo().lastIndexOf(':') + 1);
    }
  }

  /**
   * Who speaks with the resident.
   *
   * @param place in the queue, 1 is next; null unless waiting
   * @param estimateMinutes null while no estimate can honestly be given
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record State(String state, @Nullable Integer place, @Nullable Integer estimateMinutes) {

    static State of(ConversationState state, @Nullable Integer place) {
      return new State(state.name().toLowerCase(Locale.ROOT), place, null);
    }
  }

  /** Nothing but that something is being worked on. */
  record Typing() {}

  /** What an answer rests on. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Reference(String faqId, String title, @Nullable String url) {

    static List<Reference> all(List<Source> sources) {
      return sources.stream().map(s -> new Reference(s.faqId(), s.title(), s.url())).toList();
    }
  }

  /** Something to press. */
  record Option(String label, String value) {

    static List<Option> all(List<Choice> choices) {
      return choices.stream().map(c -> new Option(c.label(), c.value())).toList();
    }
  }

  private static String id(Utterance line) {
    return Long.toString(line.number());
  }
}
