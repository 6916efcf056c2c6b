package madoguchi.bot.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Dispatch;

/**
 * A turn that is thought out and not yet stored.
 *
 * @param lines what was said in it, by both
 * @param toSend what must arrive; {@code GIVEN_UP} at once when nobody can be told
 * @param isUnread whether nobody knows what the citizen said
 */
record ReadyTurn(
    Reception.Received received,
    List<Utterance> lines,
    Optional<Dispatch> toSend,
    boolean isUnread) {

  /** A turn with the words of both. */
  static ReadyTurn of(Reception.Received received, Optional<Dispatch> toSend) {
    return new ReadyTurn(
        received,
        Stream.concat(Stream.of(received.resident()), received.said().stream()).toList(),
        toSend,
        false);
  }

  /** A turn with our own words only. */
  static ReadyTurn unread(Reception.Received received, Optional<Dispatch> toSend) {
    return new ReadyTurn(received, received.said(), toSend, true);
  }
}
