package madoguchi.bot.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A line of a conversation.
 *
 * @param number 1, 2, 3 … within the conversation, without a gap
 * @param inReplyTo the inquiry's message id: of the resident's line itself and of what answers it
 */
public record Utterance(
    long number,
    Instant at,
    Sender from,
    String inReplyTo,
    String text,
    List<Source> sources,
    List<Choice> choices) {

  public Utterance {
    sources = List.copyOf(sources);
    choices = List.copyOf(choices);
  }

  /** The same line with its number. */
  public Utterance numbered(long given) {
    return new Utterance(given, at, from, inReplyTo, text, sources, choices);
  }
}
